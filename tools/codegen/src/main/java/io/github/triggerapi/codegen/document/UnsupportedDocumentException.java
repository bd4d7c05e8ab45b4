package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.ConsoleText;
import java.util.List;
import java.util.stream.Collectors;

/** Ends the generation: the message names the document, and each place in it with the reason. */
public final class UnsupportedDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnsupportedDocumentException(String name, List<String> problems) {
        // Without a stack trace: the fault is in the document, and Maven would print the trace above the message.
        super(
                problems.stream()
                        .map(problem -> "\n  " + ConsoleText.of(problem))
                        .collect(Collectors.joining("", "Cannot generate code from " + name + ":", "")),
                null,
                false,
                false);
        this.problems = List.copyOf(problems);
    }

    /** A line for each place, which begins with its JSON pointer. */
    public List<String> problems() {
        return problems;
    }
}
