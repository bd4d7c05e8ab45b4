package io.github.triggerapi.contract.judge;

import java.util.Locale;
import java.util.Set;

/**
 * A parameter of an operation.
 *
 * @param in {@code path}, {@code query}, {@code header} or {@code cookie}
 * @param pointer where it stands in the document
 * @param schema the pointer of its schema
 */
public record Parameter(
        String name, String in, boolean required, String style, boolean explode, String pointer, String schema) {

    /** Headers that OpenAPI describes by media types and security schemes; as parameters it ignores them. */
    private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

    /** Whether OpenAPI ignores a parameter, by where it is and its name. */
    public static boolean isIgnored(String in, String name) {
        return in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** As in {@code path taskIdentifier}. */
    public String place() {
        return in + " " + name;
    }
}
