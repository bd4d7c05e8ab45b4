package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.mutation.Site.Kind;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes that only people see. */
final class ProseOperators {

    private static final ObjectNode DOCS = Json.object().put("url", "https://example.com/mutant");
    private static final ObjectNode EXTENSION = Json.object().put("mutant", 1);

    /** What people read of each part of a document. */
    private static final Map<Kind, Map<String, JsonNode>> KEYWORDS = Map.ofEntries(
            Map.entry(Kind.ROOT, Map.of("externalDocs", DOCS, "x-mutant", EXTENSION)),
            Map.entry(
                    Kind.INFO,
                    Map.of(
                            "description", Json.text("mutant"),
                            "contact", Json.object().put("name", "mutant"),
                            "license", Json.object().put("name", "mutant").put("url", "https://example.com/mutant"),
                            "termsOfService", Json.text("https://example.com/mutant"),
                            "x-mutant", EXTENSION)),
            Map.entry(Kind.SERVER, Map.of("description", Json.text("mutant"), "x-mutant", EXTENSION)),
            Map.entry(
                    Kind.TAG, Map.of("description", Json.text("mutant"), "externalDocs", DOCS, "x-mutant", EXTENSION)),
            Map.entry(
                    Kind.PATH,
                    Map.of("summary", Json.text("mutant"), "description", Json.text("mutant"), "x-mutant", EXTENSION)),
            Map.entry(
                    Kind.OPERATION,
                    Map.of(
                            "summary", Json.text("mutant"),
                            "description", Json.text("mutant"),
                            "externalDocs", DOCS,
                            "x-codeSamples", Json.array(List.of(EXTENSION)),
                            "x-mutant", EXTENSION)),
            Map.entry(
                    Kind.PARAMETER,
                    Map.of(
                            "description", Json.text("mutant"),
                            "example", Json.text("mutant"),
                            "x-mutant", EXTENSION)),
            Map.entry(Kind.BODY, Map.of("description", Json.text("mutant"), "x-mutant", EXTENSION)),
            Map.entry(Kind.RESPONSE, Map.of("description", Json.text("mutant"), "x-mutant", EXTENSION)),
            Map.entry(Kind.MEDIA, Map.of("example", Json.text("mutant"), "x-mutant", EXTENSION)),
            Map.entry(Kind.SCHEMA, ofSchemas()),
            Map.entry(
                    Kind.SECURITY_SCHEME,
                    Map.of(
                            "description", Json.text("mutant"),
                            "bearerFormat", Json.text("mutant"),
                            "x-mutant", EXTENSION)));

    private ProseOperators() {}

    private static Map<String, JsonNode> ofSchemas() {
        Map<String, JsonNode> keywords = new HashMap<>(Map.of("x-mutant", EXTENSION));
        for (SchemaKeyword keyword : SchemaKeyword.values()) {
            if (keyword.role() == SchemaKeyword.Role.PROSE) {
                keywords.put(
                        keyword.keyword(),
                        switch (keyword) {
                            case DEPRECATED -> Json.bool(true);
                            case EXAMPLES -> Json.texts(List.of("mutant"));
                            case EXTERNAL_DOCS -> DOCS;
                            case XML -> Json.object().put("name", "mutant");
                            default -> Json.text("mutant");
                        });
            }
        }
        return keywords;
    }

    private static Map<String, JsonNode> keywords(Site site) {
        return KEYWORDS.getOrDefault(site.kind(), Map.of());
    }

    private static boolean isProse(Site site, String keyword) {
        return keyword.startsWith("x-")
                || keyword.equals("examples")
                || keywords(site).containsKey(keyword);
    }

    static List<Change> change(Site site) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : Site.names(site.node())) {
            if (isProse(site, keyword)) {
                JsonNode other = keywords(site).getOrDefault(keyword, EXTENSION);
                changes.add(site.set(keyword, keyword.equals("examples") ? examples(site) : other));
            }
        }
        return changes;
    }

    /** Schemas list their examples, other parts name them. */
    private static JsonNode examples(Site site) {
        ObjectNode named = Json.object();
        named.withObjectProperty("mutant").put("value", "mutant");
        return site.kind() == Kind.SCHEMA ? Json.texts(List.of("mutant")) : named;
    }

    /** An answer has to have a description. */
    static List<Change> remove(Site site) {
        return Site.names(site.node()).stream()
                .filter(keyword -> isProse(site, keyword))
                .filter(keyword -> site.kind() != Kind.RESPONSE || !keyword.equals("description"))
                .map(site::remove)
                .toList();
    }

    /** Beside a reference most readers ignore it, which is no difference either. */
    static List<Change> add(Site site) {
        return keywords(site).entrySet().stream()
                .filter(entry -> !site.has(entry.getKey()))
                .filter(entry -> site.kind() != Kind.SCHEMA || isKnown(site, entry.getKey()))
                // Parameters and media types have one example or several, schemas may have both.
                .filter(entry ->
                        !(entry.getKey().equals("example") && site.has("examples") && site.kind() != Kind.SCHEMA))
                .filter(entry -> !(site.has("$ref") && site.kind() != Kind.SCHEMA))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> site.set(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether a schema that is not a reference may have a keyword in the document's version of OpenAPI. */
    private static boolean isKnown(Site schema, String keyword) {
        return !keyword.equals("summary")
                && !(Set.of("$comment", "examples").contains(keyword)
                        && schema.wire().isOpenApi30());
    }

    /** The order of names means nothing; but that of media types says which one the client asks for. */
    static List<Change> shuffle(Site site) {
        List<Change> changes = new ArrayList<>();
        changes.add(site.change(
                new Target(site.pointer(), site.pointer(), List.of(), List.of()),
                "keys in reverse",
                ProseOperators::reverse));
        for (String keyword : List.of("properties", "responses", "schemas")) {
            if (site.get(keyword).size() > 1) {
                changes.add(site.change(
                        Target.value(site.pointer(), keyword),
                        keyword + " in reverse",
                        node -> reverse((ObjectNode) node.get(keyword))));
            }
        }
        return changes;
    }

    private static void reverse(ObjectNode object) {
        List<String> names = Site.names(object);
        Collections.reverse(names);
        for (String name : names) {
            object.set(name, object.remove(name));
        }
    }

    /** Lists in which the order means nothing on the wire. */
    static List<Change> reorder(Site schema) {
        List<Change> changes = new ArrayList<>();
        for (String keyword : List.of("required", "enum", "type", "oneOf", "anyOf")) {
            List<JsonNode> elements = Json.elements(schema.get(keyword));
            if (schema.get(keyword).isArray() && elements.size() > 1) {
                Collections.reverse(elements);
                changes.add(schema.set(keyword, Json.array(elements)));
            }
        }
        return changes;
    }

    /** Only the first tag counts. */
    static List<Change> furtherTag(Site operation) {
        return operation.get("tags").isEmpty()
                ? List.of()
                : List.of(operation.set("tags", Json.with(operation.get("tags"), Json.text("mutant"))));
    }
}
