package io.github.triggerapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Reads the text of a document strictly: in YAML or JSON that every parser reads alike, and within limits, so that a
 * small text cannot exhaust memory.
 */
public final class DocumentReader {

    /** The greatest number of characters of a document, which is also that of Swagger Parser for YAML. */
    static final int MAX_CHARACTERS = 3 * 1024 * 1024;

    /** The greatest number of levels. */
    static final int MAX_DEPTH = 200;

    /** The greatest number of values once each alias is replaced by its value. */
    static final int MAX_VALUES = 1_000_000;

    private DocumentReader() {}

    /**
     * Returns the tree of a document, which is the one that Swagger Parser reads.
     *
     * @throws DocumentException if the text is not YAML or JSON, is ambiguous, has a number that a double cannot hold or
     *     exceeds a limit
     */
    public static JsonNode read(String text) {
        return read(text, false);
    }

    /**
     * Returns the tree of a document in which decimal numbers keep all their digits, the zeros of {@code 1.10} included.
     *
     * @throws DocumentException if the text is not YAML or JSON, is ambiguous or exceeds a limit
     */
    public static JsonNode readExactly(String text) {
        return read(text, true);
    }

    /**
     * Returns the tree of a document in which a number that a double cannot hold, such as {@code 1e400}, is a string.
     *
     * @throws DocumentException if the text is not YAML or JSON, is ambiguous or exceeds a limit
     */
    public static JsonNode readLeniently(String text) {
        return withDoubles(readExactly(text));
    }

    private static JsonNode read(String text, boolean exact) {
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new DocumentException(
                    "is longer than " + MAX_CHARACTERS + " characters; expected a document of at most that");
        }
        return text.trim().startsWith("{") ? JsonReader.read(text, exact) : YamlReader.read(text, exact);
    }

    private static JsonNode withDoubles(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(withDoubles(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withDoubles(array.get(i)));
            }
        } else if (node.isBigDecimal()) {
            String number = node.asText();
            return NumberPrecisionCheck.isDouble(number)
                    ? DoubleNode.valueOf(node.doubleValue())
                    : TextNode.valueOf(number);
        }
        return node;
    }

    /** Returns the exception for a place in the text, whose line and column are counted from 1. */
    static DocumentException exceptionAt(int line, int column, String problem) {
        return new DocumentException("line %d, column %d".formatted(line, column), problem);
    }

    /** Returns the first line of the message of a library. */
    static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
