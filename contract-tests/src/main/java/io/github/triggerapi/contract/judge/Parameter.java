package io.github.triggerapi.contract.judge;

import java.util.Locale;
import java.util.Set;

/**
 * A parameter of an operation.
 *
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param pointer the JSON Pointer of the parameter
 * @param schema the JSON Pointer of its schema, which nothing is at if any string is valid
 */
public record Parameter(String name, String in, boolean required, ParameterForm form, String pointer, String schema) {

    /** Headers that OpenAPI ignores as parameters, as media types and security schemes describe them. */
    private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

    /** Returns whether OpenAPI ignores a parameter. */
    public static boolean isIgnored(String in, String name) {
        return in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns location and name, such as {@code path taskIdentifier}. */
    public String label() {
        return in + " " + name;
    }
}
