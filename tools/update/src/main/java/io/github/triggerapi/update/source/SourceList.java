package io.github.triggerapi.update.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins the locations of a revision to a line with spaces, and splits such a line. */
public final class SourceList {

    private SourceList() {}

    /** Joins locations to a line; spaces within them are escaped. */
    public static String line(List<String> locations) {
        return locations.stream()
                .map(location -> isAddress(location)
                        ? location
                        : location.replace("%", "%25").replace(" ", "%20"))
                .collect(Collectors.joining(" "));
    }

    /** Splits a line into locations. */
    public static List<String> of(String line) {
        return Stream.of(line.split(" "))
                .map(location -> isAddress(location)
                        ? location
                        : location.replace("%20", " ").replace("%25", "%"))
                .toList();
    }

    private static boolean isAddress(String location) {
        return location.matches("(?i)https?:.*");
    }
}
