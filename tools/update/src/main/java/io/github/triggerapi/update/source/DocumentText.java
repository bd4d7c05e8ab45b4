package io.github.triggerapi.update.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.codegen.document.DocumentParser;
import io.github.triggerapi.update.RefusedException;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the text of a document, in YAML or JSON, strictly. */
public final class DocumentText {

    /** As many as Swagger Parser reads of YAML. */
    static final int MAX_CHARACTERS = 3 * 1024 * 1024;

    static final int MAX_DEPTH = DocumentParser.MAX_DEPTH;

    private static final ObjectReader JSON = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> DOCUMENT = Set.of("openapi", "swagger", "info", "paths");

    private DocumentText() {}

    /**
     * The tree of a document, just as the generators read it.
     *
     * @param location where it was found, for messages
     * @throws RefusedException where the text is no YAML or JSON, may be read in two ways, or is meant to exhaust memory
     */
    public static JsonNode tree(String location, String text) {
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new RefusedException(location + ": is longer than " + MAX_CHARACTERS
                    + " characters; expected a document of at most that");
        }
        if (DeserializationUtils.isJson(text)) {
            checkJson(location, text);
        } else {
            StrictYaml.check(location, text);
        }
        return DocumentParser.parse(location, text);
    }

    private static void checkJson(String location, String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                JSON.readTree(parser);
            } catch (StreamConstraintsException e) {
                throw refusal(
                        location,
                        parser.currentLocation(),
                        "nested deeper than " + MAX_DEPTH + " levels, or a"
                                + " number or a text without end; expected less");
            } catch (JsonProcessingException e) {
                // What the library says of where and of itself stands in brackets.
                String reason = Texts.firstLine(e.getOriginalMessage()).replaceAll(" \\((start|for) .*\\)$", "");
                throw refusal(location, e.getLocation(), reason + "; expected JSON");
            }
            checkNumbers(location, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkNumbers(String location, String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String problem = token == JsonToken.VALUE_NUMBER_FLOAT ? Numbers.problem(parser.getText()) : null;
                if (problem != null) {
                    throw refusal(location, parser.currentTokenLocation(), problem);
                }
            }
        }
    }

    private static RefusedException refusal(String location, JsonLocation place, String problem) {
        return new RefusedException(
                "%s: line %d, column %d: %s".formatted(location, place.getLineNr(), place.getColumnNr(), problem));
    }

    /** Whether a text is meant as a document, be it right or not: a mapping with a member that every document has. */
    static boolean looksLikeDocument(String text) {
        try {
            int depth = 0;
            boolean key = false;
            for (Event event : new Yaml().parse(new StringReader(printable(text)))) {
                key = depth == 1 && !key;
                if (key && event instanceof ScalarEvent scalar && DOCUMENT.contains(scalar.getValue())) {
                    return true;
                }
                depth += depthOf(event);
                if (depth == 0 && event.is(Event.ID.DocumentEnd) || depth == 1 && event.is(Event.ID.SequenceStart)) {
                    return false;
                }
            }
        } catch (YAMLException e) {
            // What has come so far did not look like one.
        }
        return false;
    }

    /** Without what makes the reader of YAML stop before the first event. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.appendCodePoint(StreamReader.isPrintable(c) ? c : '?'));
        return printable.toString();
    }

    /** By how much an event changes the depth of nesting. */
    static int depthOf(Event event) {
        if (event.is(Event.ID.MappingStart) || event.is(Event.ID.SequenceStart)) {
            return 1;
        }
        return event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? -1 : 0;
    }
}
