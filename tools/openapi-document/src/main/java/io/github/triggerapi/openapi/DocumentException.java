package io.github.triggerapi.openapi;

/**
 * Thrown if a document is not what it should be. The message is one line with the place, the problem and what was
 * expected, and shows every character of the document that it quotes.
 */
public class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception about the document as a whole. */
    public DocumentException(String message) {
        super(VisibleText.of(message));
    }

    /**
     * Creates an exception about a place in the document.
     *
     * @param place the JSON pointer, or the line and column
     */
    public DocumentException(String place, String problem) {
        this(place + ": " + problem);
    }
}
