package io.github.triggerapi.contract.judge;

/**
 * A violation of the spec by a request or a response.
 *
 * @param where method, path, and {@code request} or the response status
 * @param in {@code body}, a parameter such as {@code query page}, or {@code message} for the whole message
 * @param pointer the JSON Pointer of the location in it
 * @param keyword the violated keyword of JSON Schema or OpenAPI
 * @param message what is wrong and what was expected
 * @param value the value found, possibly truncated
 * @param schema the JSON Pointer of the keyword in the document; empty if it is no keyword of a schema
 */
public record Violation(
        String where, String in, String pointer, String keyword, String message, String value, String schema) {

    static final int LONGEST = 100;

    @Override
    public String toString() {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return where + ": " + in + " at '" + pointer + "': " + keyword + ": " + message
                + (shown.isEmpty() ? "" : ", found " + shown);
    }
}
