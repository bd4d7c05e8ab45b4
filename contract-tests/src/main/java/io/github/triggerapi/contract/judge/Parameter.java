package io.github.triggerapi.contract.judge;

/**
 * A parameter of an operation.
 *
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param pointer where it stands in the document
 * @param schema the pointer of its schema
 */
public record Parameter(
        String name, String in, boolean required, String style, boolean explode, String pointer, String schema) {

    /** As in {@code path taskIdentifier}. */
    public String place() {
        return in + " " + name;
    }
}
