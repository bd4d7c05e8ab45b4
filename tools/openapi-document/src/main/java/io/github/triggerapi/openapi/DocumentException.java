package io.github.triggerapi.openapi;

import java.util.List;

/**
 * Thrown if a document is not what it should be. The message is one line with the place, the problem and what was
 * expected, of several problems if there are. It shows every character of the document that it quotes.
 */
public class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** Creates an exception about the document as a whole. */
    public DocumentException(String message) {
        this(List.of(VisibleText.of(message)));
    }

    private DocumentException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems;
    }

    /**
     * Creates an exception about a place in the document.
     *
     * @param place the JSON pointer, or the line and column
     */
    public DocumentException(String place, String problem) {
        this(place + ": " + problem);
    }

    /** Returns one exception with the problems of several. */
    static DocumentException ofAll(List<DocumentException> exceptions) {
        return new DocumentException(exceptions.stream()
                .flatMap(exception -> exception.problems().stream())
                .toList());
    }

    /** Returns a line for each problem. */
    public List<String> problems() {
        return problems;
    }
}
