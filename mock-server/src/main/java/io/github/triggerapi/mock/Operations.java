package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.Document.Place;
import io.github.triggerapi.mock.Operation.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations in a document. */
final class Operations {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Document document;
    private final Schema.Source schemas;

    private Operations(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document);
    }

    static List<Operation> of(Document document) {
        return new Operations(document).read();
    }

    private List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        document.root().path("paths").fieldNames().forEachRemaining(path -> {
            Place item = document.at(Document.child("/paths", path));
            for (String method : METHODS) {
                if (item.node().has(method)) {
                    operations.add(operation(path, method, item));
                }
            }
        });
        return List.copyOf(operations);
    }

    private Operation operation(String path, String method, Place item) {
        Place operation = item.child(method);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Place owner : List.of(item, operation)) {
            for (int i = 0; i < owner.node().path("parameters").size(); i++) {
                Parameter parameter = parameter(document.at(owner.pointer() + "/parameters/" + i));
                if (parameter != null) {
                    parameters.put(parameter.place(), parameter);
                }
            }
        }
        Place body = document.at(operation.child("requestBody").pointer());
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                bearer(operation.node()),
                List.copyOf(parameters.values()),
                body.node().path("required").asBoolean(),
                consumes(body.child("content")),
                produces(operation.child("responses")));
    }

    private @Nullable Parameter parameter(Place place) {
        JsonNode node = place.node();
        String in = node.path("in").asText();
        String style = node.path("style").asText("query".equals(in) ? "form" : "simple");
        // Cookies and the rarer styles stay unchecked.
        if (!node.has("schema")
                || !("query".equals(in) ? "form" : "simple").equals(style)
                || !Set.of("path", "query", "header").contains(in)) {
            return null;
        }
        Place schema = place.child("schema");
        return new Parameter(
                node.path("name").asText(),
                in,
                node.path("required").asBoolean(),
                node.path("explode").asBoolean("form".equals(style)),
                types(schema),
                types(document.at(schema.pointer()).child("items")),
                schemas.at(schema.pointer()));
    }

    private Set<String> types(Place schema) {
        JsonNode type = document.at(schema.pointer()).node().path("type");
        Set<String> types = new LinkedHashSet<>();
        type.forEach(one -> types.add(one.asText()));
        if (type.isTextual()) {
            types.add(type.asText());
        }
        return Set.copyOf(types);
    }

    private Map<String, Schema> consumes(Place content) {
        Map<String, Schema> types = new LinkedHashMap<>();
        content.node()
                .fieldNames()
                .forEachRemaining(type -> types.put(
                        type, schemas.at(content.child(type).child("schema").pointer())));
        return types;
    }

    private Set<String> produces(Place responses) {
        Set<String> types = new LinkedHashSet<>();
        responses.node().fieldNames().forEachRemaining(status -> {
            Place response = document.at(responses.child(status).pointer());
            response.node().path("content").fieldNames().forEachRemaining(types::add);
        });
        return types;
    }

    private boolean bearer(JsonNode operation) {
        JsonNode ways = operation.has("security")
                ? operation.path("security")
                : document.root().path("security");
        boolean needed = !ways.isEmpty();
        for (JsonNode way : ways) {
            boolean bearer = false;
            for (var names = way.fieldNames(); names.hasNext(); ) {
                JsonNode scheme = document.at(Document.child("/components/securitySchemes", names.next()))
                        .node();
                bearer |= "http".equals(scheme.path("type").asText())
                        && "bearer".equalsIgnoreCase(scheme.path("scheme").asText());
            }
            needed &= bearer;
        }
        return needed;
    }
}
