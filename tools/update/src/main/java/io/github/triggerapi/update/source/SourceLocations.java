package io.github.triggerapi.update.source;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a document was read, as one line that can be read again: with spaces between, and none within. */
public final class SourceLocations {

    private SourceLocations() {}

    /** Several locations as one line. */
    public static String line(List<String> locations) {
        return locations.stream()
                .map(location -> isAddress(location)
                        ? location
                        : location.replace("%", "%25").replace(" ", "%20"))
                .collect(Collectors.joining(" "));
    }

    /** The locations of a line. */
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
