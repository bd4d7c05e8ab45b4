package io.github.triggerapi.contract.report;

/**
 * A disagreement between the spec and what was generated from it, or an error of the document itself.
 *
 * @param message the location, what was found and what was expected
 * @param request the request as sent; empty if the problem is not about an exchange
 * @param response the response as received; empty if there was none
 * @param inDocument whether the document itself is wrong
 */
public record Problem(String message, String request, String response, boolean inDocument) {

    public static Problem of(String message) {
        return new Problem(message, "", "", false);
    }

    /** Returns an error of the document itself. */
    public static Problem inDocument(String message) {
        return new Problem(message, "", "", true);
    }

    /** Returns a copy with a suffix appended to the message. */
    public Problem withSuffix(String suffix) {
        return new Problem(message + suffix, request, response, inDocument);
    }
}
