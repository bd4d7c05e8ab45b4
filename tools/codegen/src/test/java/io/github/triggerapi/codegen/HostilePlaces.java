package io.github.triggerapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.JsonPointers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document with all kinds of places for text, each marked by a word that starts with {@code place}. */
final class HostilePlaces {

    private static final Pattern PLACE = Pattern.compile("place[A-Z]\\w*");

    /** The places where HTTP does not allow all text, so that a document may be rejected. */
    private static final Set<String> IN_REQUESTS = Set.of(
            "placeBodyMedia",
            "placeErrorMedia",
            "placeHeader",
            "placeOperationServer",
            "placePath",
            "placePathParameter",
            "placeResponseHeader",
            "placeOtherMedia",
            "placeResponseMedia",
            "placeServer",
            "placeTextMedia");

    private final JsonNode harmless;
    private final Set<String> all = new TreeSet<>();

    private HostilePlaces(JsonNode harmless) {
        this.harmless = harmless;
        replace(harmless, place -> {
            all.add(place);
            return place;
        });
    }

    static HostilePlaces read() {
        return new HostilePlaces(Document.read(Path.of("src/test/resources/hostile/places.yaml"))
                .root()
                .json());
    }

    Set<String> all() {
        return all;
    }

    Set<String> inRequests() {
        return IN_REQUESTS;
    }

    JsonNode harmless() {
        return harmless;
    }

    /** Returns the document with the given texts at places. */
    JsonNode with(Map<String, String> texts) {
        return replace(harmless, place -> texts.getOrDefault(place, place));
    }

    private static JsonNode replace(JsonNode node, UnaryOperator<String> texts) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> object.set(replace(member.getKey(), texts), replace(member.getValue(), texts)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(replace(element, texts)));
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(replace(node.asText(), texts)) : node;
    }

    private static String replace(String text, UnaryOperator<String> texts) {
        boolean pointer = text.startsWith("#/");
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(replacement(place, texts, pointer)));
    }

    private static String replacement(MatchResult place, UnaryOperator<String> texts, boolean pointer) {
        String replacement = texts.apply(place.group());
        return pointer ? JsonPointers.escape(replacement) : replacement;
    }
}
