package io.github.triggerapi.update.report;

import io.github.triggerapi.update.RejectedRevisionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The lines of a changelog in the format of Keep a Changelog. */
final class Changelog {

    /** In characters. */
    private static final int WIDTH = 120;

    private static final String RELEASE_END = "##? .*|\\[[^\\]]+\\]:.*";
    private static final String SECTION_END = "### .*|" + RELEASE_END;

    /** With their line ends, which may differ. */
    private final List<String> lines;

    private final int release;
    private final String lineEnd;

    /** The sections of a release, in their order. */
    enum Heading {
        ADDED,
        CHANGED,
        DEPRECATED,
        REMOVED,
        FIXED,
        SECURITY;

        @Override
        public String toString() {
            return "### " + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** @throws RejectedRevisionException if there is no section for unreleased changes */
    Changelog(String text) {
        lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
        release = find(0, "(?i)## \\[?Unreleased\\]?");
        if (release == lines.size()) {
            throw new RejectedRevisionException(
                    "CHANGELOG.md: has no line ## [Unreleased]; expected one to put the entry under");
        }
        lineEnd = lines.get(release).endsWith("\r\n") ? "\r\n" : "\n";
    }

    /** Returns the changelog with the items added; missing headings are inserted. */
    String with(Map<Heading, List<String>> items) {
        items.forEach(this::add);
        return String.join("", lines);
    }

    private void add(Heading heading, List<String> items) {
        int section = find(heading);
        if (section == end()) {
            addSection(heading, items);
            return;
        }
        int place = afterText(find(section + 1, SECTION_END));
        insert(place, place == section + 1 ? Stream.of("") : Stream.empty(), lines(items));
    }

    private void addSection(Heading heading, List<String> items) {
        int next = Arrays.stream(Heading.values())
                .filter(other -> other.compareTo(heading) > 0)
                .mapToInt(this::find)
                .min()
                .orElse(end());
        int place = afterText(next);
        boolean apart = place == lines.size() || lines.get(place).isBlank();
        insert(place, Stream.of("", heading.toString(), ""), apart ? lines(items) : withBlank(lines(items)));
    }

    private static List<String> withBlank(List<String> some) {
        return Stream.concat(some.stream(), Stream.of("")).toList();
    }

    private void insert(int place, Stream<String> first, List<String> then) {
        List<String> added = Stream.concat(first, then.stream()).toList();
        boolean unended = place == lines.size() && !lines.get(place - 1).endsWith("\n");
        lines.addAll(
                place,
                added.stream()
                        .map(line -> unended ? lineEnd + line : line + lineEnd)
                        .toList());
    }

    /** Returns the index of a heading in the release, or the end of the release if it is missing. */
    private int find(Heading heading) {
        return Math.min(find(release + 1, "(?i)" + heading), end());
    }

    private int end() {
        return find(release + 1, RELEASE_END);
    }

    /** Returns the index of the first line that matches and is not in a block of code. */
    private int find(int from, String pattern) {
        boolean code = false;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.matches("\\s*(```|~~~).*")) {
                code = !code;
            } else if (!code && line.matches(pattern)) {
                return i;
            }
        }
        return lines.size();
    }

    /** Skips blank lines backwards. */
    private int afterText(int index) {
        int place = index;
        while (lines.get(place - 1).isBlank()) {
            place--;
        }
        return place;
    }

    /** Returns the items of a list, with long lines wrapped. */
    static List<String> lines(List<String> items) {
        List<String> lines = new ArrayList<>();
        for (String item : items) {
            StringBuilder line = new StringBuilder("-");
            // Only where the next line cannot be read as the start of a list, a heading or a block of code.
            for (String word : item.split(" (?=[\\p{L}*(]|`[^`])")) {
                if (line.length() + 1 + word.length() > WIDTH && line.length() > 1) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(' ');
                }
                line.append(' ').append(word);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
