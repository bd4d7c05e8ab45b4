package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Places with what is wrong there, a line each. */
final class Problems {

    private final Set<String> lines = new LinkedHashSet<>();

    void add(Node where, String what) {
        add(where.pointer() + ": " + what);
    }

    void add(String line) {
        // Names and values of the document may hold line ends and worse.
        lines.add(PrintableLine.of(line));
    }

    void addAll(Collection<String> more) {
        more.forEach(this::add);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /**
     * Refuses the document where there are any.
     *
     * @param location where it was found
     * @param what what several of them are, as in {@code cannot be generated}
     * @param expected what would not be refused, where a line does not say so itself
     */
    void refuseIfAny(String location, String what, String expected) {
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
