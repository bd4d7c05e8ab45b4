package io.github.triggerapi.openapi;

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
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads JSON. Rejects duplicate members and numbers that a double cannot hold. */
final class JsonReader {

    private static final ObjectReader JSON = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DocumentReader.MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectReader EXACT_JSON = JSON.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private JsonReader() {}

    static JsonNode read(String text, boolean exact) {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                JsonNode tree = (exact ? EXACT_JSON : JSON).readTree(parser);
                if (!exact) {
                    checkNumbers(text);
                }
                return tree;
            } catch (StreamConstraintsException e) {
                throw exceptionAt(
                        parser.currentLocation(),
                        "nested deeper than " + DocumentReader.MAX_DEPTH
                                + " levels, or an endless number or string; expected less");
            } catch (JsonProcessingException e) {
                // Jackson adds in brackets where a token started and what the message is for.
                String reason =
                        DocumentReader.firstLine(e.getOriginalMessage()).replaceAll(" \\((start|for) .*\\)$", "");
                throw exceptionAt(e.getLocation(), reason + "; expected JSON");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkNumbers(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String problem = token == JsonToken.VALUE_NUMBER_FLOAT
                        ? NumberPrecisionCheck.problem(parser.getText(), false)
                        : null;
                if (problem != null) {
                    throw exceptionAt(parser.currentTokenLocation(), problem);
                }
            }
        }
    }

    private static DocumentException exceptionAt(JsonLocation place, String problem) {
        return DocumentReader.exceptionAt(place.getLineNr(), place.getColumnNr(), problem);
    }
}
