package io.github.triggerapi.codegen.model;

import io.github.triggerapi.openapi.VisibleText;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Converts names of the document to Java names. The result depends on the name alone. */
public final class Names {

    /** The ending of the class that reads and writes a union on the client. */
    public static final String ADAPTER = "JsonAdapter";

    /** The ending of the class that reads a union on the server. */
    public static final String DESERIALIZER = "JsonDeserializer";

    /** The methods that all generated classes have. */
    private static final Set<String> METHODS = Set.of(
            "additionalProperties",
            "build",
            "builder",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "putAdditionalProperty",
            "toBuilder",
            "toString",
            "wait");

    /** What is neither a letter, with its marks, nor a digit. */
    private static final String SEPARATORS = "[^\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}]+";

    /** Endings of the classes that are generated beside a model. */
    private static final List<String> SUFFIXES = List.of(ADAPTER, DESERIALIZER);

    private Names() {}

    /** Returns the name of a class, such as {@code TriggerTaskRequestBody}. */
    public static String type(String name) {
        String pascal = start(pascal(name));
        return ReservedClassNames.hasSimpleName(pascal) || SUFFIXES.stream().anyMatch(pascal::endsWith)
                ? pascal + "Model"
                : pascal;
    }

    /** Returns an id for an operation without one, such as {@code getOrdersByOrderIdLines}, from its verb and its path. */
    public static String operationId(String verb, String path) {
        return verb
                + Arrays.stream(path.split("/"))
                        .map(segment -> (segment.startsWith("{") ? "By" : "") + pascal(segment))
                        .collect(Collectors.joining());
    }

    /** Returns the start of the names of classes for the parts of an operation. */
    public static String owner(String operationId) {
        return start(pascal(operationId));
    }

    /**
     * Returns the name of the class with the query parameters of an operation, and on the server with its headers.
     */
    public static String parameters(String operationId) {
        return type(operationId + "Parameters");
    }

    /** Returns the name of the class with the headers of an operation on the client. */
    public static String headers(String operationId) {
        return type(operationId + "Headers");
    }

    /** Returns the name of the interface for a tag. */
    public static String api(String tag) {
        return type(tag + "Api");
    }

    /** Returns a name with which a class name can start. */
    private static String start(String pascal) {
        return pascal.isEmpty() || !Character.isJavaIdentifierStart(pascal.charAt(0)) ? "Value" + pascal : pascal;
    }

    /** Returns the name of a field, a method or a parameter, such as {@code concurrencyLimit}. */
    public static String member(String name) {
        String pascal = pascal(name).isEmpty() ? "Value" : pascal(name);
        String camel = pascal.equals(pascal.toUpperCase(Locale.ROOT))
                ? pascal.toLowerCase(Locale.ROOT)
                : pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
        if (!Character.isJavaIdentifierStart(camel.charAt(0))) {
            camel = "_" + camel;
        }
        return METHODS.contains(camel) || SourceVersion.isKeyword(camel) ? camel + "_" : camel;
    }

    /** Returns the name of a constant, such as {@code PENDING_VERSION}. */
    public static String constant(String value) {
        String spaced = visible(value)
                .replaceAll("([\\p{Ll}\\p{Nd}])(\\p{Lu})", "$1_$2")
                .replaceAll(SEPARATORS, "_")
                .replaceAll("^_+|_+$", "")
                .toUpperCase(Locale.ROOT);
        if (spaced.isEmpty()) {
            return value.isEmpty() ? "EMPTY" : "VALUE";
        }
        return Character.isJavaIdentifierStart(spaced.charAt(0)) ? spaced : "_" + spaced;
    }

    /** Returns the words of a name without separators, each with a capital letter at the start. */
    public static String pascal(String name) {
        return Arrays.stream(visible(name).split(SEPARATORS))
                .map(word -> word.replaceFirst("^[\\p{Mn}\\p{Mc}]+", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Returns a name without characters that are not visible, in the form in which equal characters are equal. */
    private static String visible(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> VisibleText.isVisible(character) || Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns a name of at most the given number of bytes: the start of a longer one, and a digest of the whole. */
    public static String shortened(String name, int maxBytes) {
        if (name.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return name;
        }
        String digest = "_" + Integer.toHexString(name.hashCode());
        String start = name;
        while (start.getBytes(StandardCharsets.UTF_8).length > maxBytes - digest.length()) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + digest;
    }
}
