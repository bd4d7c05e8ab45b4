package io.github.triggerapi.contract.judge;

/**
 * One thing that is wrong with a request or an response.
 *
 * @param where method, path, and {@code request} or the status
 * @param in what of it is wrong: {@code body}, a parameter such as {@code query page}, or {@code message} for the whole
 * @param pointer the JSON Pointer of the place in it
 * @param keyword the keyword of JSON Schema that it breaks, or of OpenAPI
 * @param message what is wrong and what was expected
 * @param value what was found, or more than is shown of the start of it
 */
public record Violation(String where, String in, String pointer, String keyword, String message, String value) {

    static final int LONGEST = 100;

    @Override
    public String toString() {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        return where + ": " + in + " at '" + pointer + "': " + keyword + ": " + message
                + (shown.isEmpty() ? "" : ", found " + shown);
    }
}
