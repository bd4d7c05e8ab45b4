package io.github.triggerapi.contract.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What does not agree, a line for each: side, place, what is there and what was expected. */
final class Findings {

    private final List<String> lines = new ArrayList<>();

    void add(Side side, String place, String message) {
        String line = side.name().toLowerCase(Locale.ROOT) + ": " + place + ": " + message;
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    void expect(boolean holds, Side side, String place, String message) {
        if (!holds) {
            add(side, place, message);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
