package io.github.triggerapi.update.build;

import io.github.triggerapi.update.build.BuildResult.ManualEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses compiler errors from the output of Maven. */
final class CompilerErrors {

    /** As in {@code [ERROR] /directory/Type.java:[12,34] cannot find symbol}. */
    private static final Pattern PLACE = Pattern.compile("\\[(?:ERROR|WARNING)] (.+\\.java):\\[(\\d+),\\d+] (.+)");

    /** As in {@code symbol:   method name()}, in the lines below. */
    private static final Pattern MORE = Pattern.compile("(?:\\[(?:ERROR|WARNING)])? +(symbol|location): +(.+)");

    private final Path copy;

    CompilerErrors(Path copy) {
        this.copy = copy;
    }

    /** Returns the first error of each line of code, sorted by files and lines. */
    List<ManualEdit> in(List<String> lines) {
        Map<String, ManualEdit> errors = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            at(lines, i)
                    .ifPresent(error -> errors.putIfAbsent(String.format("%s %6d", error.file(), error.line()), error));
        }
        return List.copyOf(errors.values());
    }

    private Optional<ManualEdit> at(List<String> lines, int index) {
        Matcher place = PLACE.matcher(lines.get(index));
        if (!place.matches()) {
            return Optional.empty();
        }
        StringBuilder message = new StringBuilder(place.group(3));
        for (int i = index + 1; i < Math.min(index + 3, lines.size()); i++) {
            Matcher more = MORE.matcher(lines.get(i));
            if (!more.matches()) {
                break;
            }
            message.append("; ").append(more.group(1)).append(": ").append(more.group(2));
        }
        // On Windows, Maven prints a slash in front of the path.
        String file = place.group(1).replaceFirst("^/(?=[A-Za-z]:)", "");
        return Optional.of(new ManualEdit(relative(file), Integer.parseInt(place.group(2)), message.toString()));
    }

    private String relative(String file) {
        Path path = Path.of(file);
        return (path.startsWith(copy) ? copy.relativize(path) : path).toString().replace('\\', '/');
    }
}
