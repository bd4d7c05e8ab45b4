package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.WorkflowSafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if code cannot be generated. The message has the name of the document and all problems. */
public final class UnsupportedDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates an exception.
     *
     * @param name the name of the file in the message
     */
    public UnsupportedDocumentException(String name, List<String> problems) {
        // Without a stack trace, which Maven would print before the message.
        super(
                problems.stream()
                        .map(problem -> "\n  " + WorkflowSafeText.of(problem))
                        .collect(Collectors.joining("", "Cannot generate code from " + name + ":", "")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    /** Returns a line for each problem, with its JSON pointer at the start. */
    public List<String> problems() {
        return problems;
    }
}
