package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document.Place;
import io.github.triggerapi.mock.internal.document.Operation.Body;
import io.github.triggerapi.mock.internal.document.Operation.Parameter;
import io.github.triggerapi.mock.internal.document.Responses.Content;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations in a document. */
public final class Operations {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Headers that OpenAPI has in places of their own. */
    private static final Set<String> RESERVED = Set.of("accept", "content-type", "authorization");

    private final Document document;
    private final Schema.Source schemas;

    Operations(Document document) {
        this.document = document;
        this.schemas = new Schema.Source(document);
    }

    public static List<Operation> of(Document document) {
        return document.operations();
    }

    List<Operation> read() {
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
                schemes(operation.node()),
                List.copyOf(parameters.values()),
                body.node().path("required").asBoolean(),
                consumes(body.child("content")),
                responses(operation.child("responses")));
    }

    private @Nullable Parameter parameter(Place place) {
        JsonNode node = place.node();
        String in = node.path("in").asText();
        String name = node.path("name").asText();
        boolean known = Set.of("path", "query").contains(in)
                || in.equals("header") && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
        // Cookies stay unchecked.
        if (!known) {
            return null;
        }
        Iterator<String> content = node.path("content").fieldNames();
        String style =
                content.hasNext() ? "content" : node.path("style").asText("query".equals(in) ? "form" : "simple");
        Place schema = content.hasNext()
                ? place.child("content").child(content.next()).child("schema")
                : place.child("schema");
        return new Parameter(
                name,
                in,
                node.path("required").asBoolean(),
                style,
                node.path("explode").asBoolean("form".equals(style)),
                SchemaShape.of(document, schema),
                schemas.at(schema.pointer()));
    }

    private Map<String, Body> consumes(Place content) {
        Map<String, Body> types = new LinkedHashMap<>();
        content.node().fieldNames().forEachRemaining(type -> {
            Place schema = content.child(type).child("schema");
            types.put(type, new Body(schemas.at(schema.pointer()), SchemaShape.of(document, schema)));
        });
        return types;
    }

    private Responses responses(Place responses) {
        Map<String, Content> byStatus = new LinkedHashMap<>();
        responses.node().fieldNames().forEachRemaining(status -> {
            Place content = document.at(responses.child(status).pointer()).child("content");
            Map<String, String> pointers = new LinkedHashMap<>();
            content.node()
                    .fieldNames()
                    .forEachRemaining(
                            type -> pointers.put(type, content.child(type).pointer()));
            byStatus.put(status, new Content(pointers));
        });
        return new Responses(byStatus);
    }

    private Set<String> schemes(JsonNode operation) {
        JsonNode ways = operation.has("security")
                ? operation.path("security")
                : document.root().path("security");
        Set<String> schemes = new LinkedHashSet<>();
        for (JsonNode way : ways) {
            Set<String> own = new LinkedHashSet<>();
            way.fieldNames().forEachRemaining(own::add);
            own.removeIf(name -> !isBearer(name));
            if (own.isEmpty()) {
                return Set.of();
            }
            schemes.addAll(own);
        }
        return schemes;
    }

    private boolean isBearer(String name) {
        JsonNode scheme =
                document.at(Document.child("/components/securitySchemes", name)).node();
        return "http".equals(scheme.path("type").asText())
                && "bearer".equalsIgnoreCase(scheme.path("scheme").asText());
    }
}
