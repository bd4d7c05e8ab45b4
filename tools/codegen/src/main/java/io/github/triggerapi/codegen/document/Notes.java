package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.VisibleText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what generated code expresses only in part or leaves out, so that one message lists all of it. */
public final class Notes {

    private final Set<String> all = new LinkedHashSet<>();

    /**
     * Adds a note.
     *
     * @param where the part of the document
     * @param reason what becomes of it, and why
     */
    public void add(Node where, String reason) {
        all.add(where.pointer() + ": " + VisibleText.of(reason));
    }

    /** Returns all notes, each with its JSON pointer at the start. */
    public List<String> all() {
        return List.copyOf(all);
    }
}
