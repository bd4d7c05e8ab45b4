package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.mutation.MutationPoint.Kind;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes that only affect human readers. */
final class ProseOperators {

    private static final ObjectNode EXTENSION = JsonNodes.object().put("mutant", 1);

    /** The prose keywords of elements other than schemas. All elements can have {@code x-mutant}. */
    private static final Map<Kind, List<String>> KEYWORDS = Map.ofEntries(
            Map.entry(Kind.ROOT, List.of("externalDocs")),
            Map.entry(Kind.INFO, List.of("description", "contact", "license", "termsOfService")),
            Map.entry(Kind.SERVER, List.of("description")),
            Map.entry(Kind.TAG, List.of("description", "externalDocs")),
            Map.entry(Kind.PATH, List.of("summary", "description")),
            Map.entry(Kind.OPERATION, List.of("summary", "description", "externalDocs", "x-codeSamples")),
            Map.entry(Kind.PARAMETER, List.of("description", "example")),
            Map.entry(Kind.BODY, List.of("description")),
            Map.entry(Kind.RESPONSE, List.of("description")),
            Map.entry(Kind.MEDIA, List.of("example")),
            Map.entry(Kind.SECURITY_SCHEME, List.of("description", "bearerFormat")),
            Map.entry(
                    Kind.SCHEMA,
                    Stream.of(SchemaKeyword.values())
                            .filter(keyword -> keyword.role() == SchemaKeyword.Role.PROSE)
                            .map(SchemaKeyword::keyword)
                            .toList()));

    private ProseOperators() {}

    /** Returns the value of an added or changed keyword. */
    private static JsonNode value(String keyword) {
        ObjectNode named = JsonNodes.object().put("name", "mutant");
        return switch (keyword) {
            case "x-mutant" -> EXTENSION;
            case "x-codeSamples" -> JsonNodes.array(List.of(EXTENSION));
            case "externalDocs" -> JsonNodes.object().put("url", "https://example.com/mutant");
            case "contact", "xml" -> named;
            case "license" -> named.put("url", "https://example.com/mutant");
            case "termsOfService" -> JsonNodes.string("https://example.com/mutant");
            case "deprecated" -> JsonNodes.bool(true);
            case "examples" -> JsonNodes.strings(List.of("mutant"));
            default -> JsonNodes.string("mutant");
        };
    }

    private static Map<String, JsonNode> keywords(MutationPoint point) {
        return Stream.concat(KEYWORDS.get(point.kind()).stream(), Stream.of("x-mutant"))
                .collect(Collectors.toMap(Function.identity(), ProseOperators::value));
    }

    private static boolean isProse(MutationPoint point, String keyword) {
        return keyword.startsWith("x-")
                || keyword.equals("examples")
                || keywords(point).containsKey(keyword);
    }

    static List<Change> change(MutationPoint point) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : MutationPoint.names(point.node())) {
            if (isProse(point, keyword)) {
                JsonNode other = keywords(point).getOrDefault(keyword, EXTENSION);
                changes.add(point.set(keyword, keyword.equals("examples") ? examples(point) : other));
            }
        }
        return changes;
    }

    /** The examples of a schema are a list, those of other elements a map. */
    private static JsonNode examples(MutationPoint point) {
        ObjectNode named = JsonNodes.object();
        named.withObjectProperty("mutant").put("value", "mutant");
        return point.kind() == Kind.SCHEMA ? JsonNodes.strings(List.of("mutant")) : named;
    }

    /** Removes prose keywords, except for the required description of responses. */
    static List<Change> remove(MutationPoint point) {
        return MutationPoint.names(point.node()).stream()
                .filter(keyword -> isProse(point, keyword))
                .filter(keyword -> point.kind() != Kind.RESPONSE || !keyword.equals("description"))
                .map(point::remove)
                .toList();
    }

    /** Adds prose keywords, also to schemas with a reference. */
    static List<Change> add(MutationPoint point) {
        return keywords(point).entrySet().stream()
                .filter(entry -> !point.has(entry.getKey()))
                .filter(entry -> point.kind() != Kind.SCHEMA || isKnown(point, entry.getKey()))
                // Parameters and media types have either example or examples, schemas may have both.
                .filter(entry ->
                        !(entry.getKey().equals("example") && point.has("examples") && point.kind() != Kind.SCHEMA))
                .filter(entry -> !(point.has("$ref") && point.kind() != Kind.SCHEMA))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> point.set(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns whether a schema without a reference may have a keyword in the OpenAPI version of the document. */
    private static boolean isKnown(MutationPoint schema, String keyword) {
        return !keyword.equals("summary")
                && !(Set.of("$comment", "examples").contains(keyword)
                        && schema.semantics().isOpenApi30());
    }

    /** Reverses names whose order is irrelevant. The order of media types determines which one the client requests. */
    static List<Change> shuffle(MutationPoint point) {
        List<Change> changes = new ArrayList<>();
        changes.add(point.change(
                new ChangeTarget(point.pointer(), point.pointer(), List.of(), List.of()),
                "keys in reverse",
                ProseOperators::reverse));
        for (String keyword : List.of("properties", "responses", "schemas")) {
            if (point.get(keyword).size() > 1) {
                changes.add(point.change(
                        ChangeTarget.value(point.pointer(), keyword),
                        keyword + " in reverse",
                        node -> reverse((ObjectNode) node.get(keyword))));
            }
        }
        return changes;
    }

    private static void reverse(ObjectNode object) {
        List<String> names = MutationPoint.names(object);
        Collections.reverse(names);
        for (String name : names) {
            object.set(name, object.remove(name));
        }
    }

    /** Reverses lists whose order is irrelevant. */
    static List<Change> reorder(MutationPoint schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("required", "enum", "type", "oneOf", "anyOf")) {
            List<JsonNode> elements = JsonNodes.elements(schema.get(keyword));
            if (schema.get(keyword).isArray() && elements.size() > 1) {
                Collections.reverse(elements);
                changes.add(schema.set(keyword, JsonNodes.array(elements)));
            }
        }
        return changes;
    }

    /** Adds a tag; only the first one is relevant. */
    static List<Change> furtherTag(MutationPoint operation) {
        return operation.get("tags").isEmpty()
                ? List.of()
                : List.of(operation.append("tags", JsonNodes.string("mutant")));
    }
}
