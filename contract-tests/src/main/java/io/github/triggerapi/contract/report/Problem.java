package io.github.triggerapi.contract.report;

/**
 * One thing that does not agree.
 *
 * @param message where, what, and what was expected
 * @param request the request that showed it, as it went over the wire; empty where there was none
 * @param response its answer, likewise
 * @param ofDocument whether the document itself is at fault, not what was made from it
 */
public record Problem(String message, String request, String response, boolean ofDocument) {

    public static Problem of(String message) {
        return new Problem(message, "", "", false);
    }

    public static Problem ofDocument(String message) {
        return new Problem(message, "", "", true);
    }

    /** The same, with more to its message. */
    public Problem with(String more) {
        return new Problem(message + more, request, response, ofDocument);
    }
}
