package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, as lines with their pointers. */
final class Problems {

    private final Set<String> lines = new LinkedHashSet<>();

    void add(Node where, String what) {
        add(where.pointer() + ": " + what);
    }

    void add(String line) {
        // Names and values of the spec may contain line ends and control characters.
        lines.add(PrintableLine.of(line));
    }

    void addAll(Collection<String> more) {
        more.forEach(this::add);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Rejects the document if there are any.
     *
     * @param location the source of the document
     * @param what the predicate for several places, as in {@code are invalid}
     * @param expected what was expected, for lines that do not say so
     */
    void rejectIfAny(String location, String what, String expected) {
        if (lines.size() == 1) {
            String line = lines.iterator().next();
            boolean complete = line.contains("; expected ");
            throw new RejectedRevisionException(location + ": " + line + (complete ? "" : "; expected " + expected));
        }
        if (!lines.isEmpty()) {
            throw new RejectedRevisionException(
                    location + ": " + lines.size() + " places " + what + "; expected " + expected, lines());
        }
    }
}
