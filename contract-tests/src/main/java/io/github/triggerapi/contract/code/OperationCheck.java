package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.GeneratedArtifact.AnnotatedResponse;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.github.triggerapi.contract.code.SwaggerSpec.Part;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares operations with the methods that stand for them on one side. */
final class OperationCheck {

    private final GeneratedArtifact side;
    private final ModelCheck models;
    private final ParameterCheck parameters;
    private final Findings findings;

    OperationCheck(GeneratedArtifact side, ModelCheck models, Findings findings) {
        this.side = side;
        this.models = models;
        this.parameters = new ParameterCheck(side, models, findings);
        this.findings = findings;
    }

    void check(Operation operation, List<Route> routes) {
        if (routes.isEmpty()) {
            findings.add(side, operation.place(), "no method for " + operation.verb() + " " + operation.path());
            return;
        }
        bodyTypes(operation, routes);
        for (Route route : routes) {
            names(operation, route);
            security(operation, route);
            parameters.check(operation, route);
            body(operation, route);
            responses(operation, route);
            result(operation, route);
        }
    }

    private void bodyTypes(Operation operation, List<Route> routes) {
        List<String> expected = new ArrayList<>(
                new TreeSet<>(contents(operation.body().value().getContent()).keySet()));
        if (expected.isEmpty() || side == GeneratedArtifact.CLIENT && !operation.bodyRequired()) {
            expected.add(0, "");
        }
        List<String> found = routes.stream().map(Route::bodyType).sorted().toList();
        Location place = bodyPlace(operation);
        for (String type : ModelCheck.union(Set.copyOf(expected), Set.copyOf(found))) {
            String body = type.isEmpty() ? "no body" : "the body type " + type;
            findings.expect(found.contains(type), side, place, "the code has no method for " + body);
            findings.expect(expected.contains(type), side, place, "the code only has a method for " + body);
        }
        for (Route route : routes) {
            findings.expect(
                    route.bodyRequired() == operation.bodyRequired()
                            || route.body() == null
                            || side == GeneratedArtifact.CLIENT,
                    side,
                    place.keyword("required"),
                    "required is " + operation.bodyRequired() + " in the document only");
        }
    }

    private static Location bodyPlace(Operation operation) {
        return operation.place().part(" request body", operation.body().pointers());
    }

    private void names(Operation operation, Route route) {
        String method = plain(route.method().getName());
        String id = plain(operation.id() == null ? "" : operation.id());
        findings.expect(
                method.equalsIgnoreCase(id) || method.equalsIgnoreCase(id + plain(route.bodyType())),
                side,
                operation.place().keyword("operationId"),
                "operationId is " + operation.id() + ", the method is called "
                        + route.method().getName());
        String owner = route.method().getDeclaringClass().getSimpleName();
        findings.expect(
                owner.equalsIgnoreCase(plain(operation.tag()) + "Api"),
                side,
                operation.place().keyword("tags"),
                "the first tag is " + operation.tag() + ", the interface is called " + owner);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "");
    }

    private void security(Operation operation, Route route) {
        List<String> generated = side.security(route.method());
        String pointer = operation.place().pointers().get(0);
        findings.expect(
                operation.security().equals(generated),
                side,
                operation.place().part(" security", List.of("#/security", pointer + "/security")),
                "the document asks for " + operation.security() + ", the code for " + generated);
    }

    private void body(Operation operation, Route route) {
        MediaType media = contents(operation.body().value().getContent()).get(route.bodyType());
        Schema<?> schema = media == null ? null : media.getSchema();
        if (schema == null || !SwaggerSpec.isJson(route.bodyType())) {
            return;
        }
        Location place = at(operation.place(), "request body", operation.body().pointers(), route.bodyType());
        if (route.body() == null) {
            findings.add(side, place, route.method().getName() + " takes no JSON body");
        } else {
            models.compare(schema, route.body(), place);
            findings.expect(
                    !models.isNullable(schema), side, models.chain(place, schema), "no method takes a body of null");
        }
    }

    private void responses(Operation operation, Route route) {
        Map<String, AnnotatedResponse> generated = new HashMap<>();
        side.responses(route.method()).forEach(response -> generated.put(response.status(), response));
        Map<String, Part<ApiResponse>> documented = operation.responses();
        for (String status : ModelCheck.union(documented.keySet(), generated.keySet())) {
            if (!documented.containsKey(status)) {
                String pointer = operation.place().pointers().get(0);
                findings.add(
                        side,
                        operation.place().part(" response " + status, List.of(pointer + "/responses")),
                        route.method().getName() + " has the response " + status + ", the document does not");
            } else if (!generated.containsKey(status)) {
                findings.add(
                        side,
                        operation
                                .place()
                                .part(
                                        " response " + status,
                                        documented.get(status).pointers()),
                        "in the document, but " + route.method().getName() + " does not have it");
            } else {
                response(operation, status, documented.get(status), generated.get(status));
            }
        }
    }

    private void response(
            Operation operation, String status, Part<ApiResponse> documented, AnnotatedResponse response) {
        Map<String, MediaType> contents = contents(documented.value().getContent());
        Location place = operation.place().part(" response " + status, documented.pointers());
        findings.expect(
                List.copyOf(contents.keySet()).equals(response.mediaTypes()),
                side,
                place.keyword("content"),
                "the document has " + contents.keySet() + ", the code " + response.mediaTypes());
        String mediaType = json(contents);
        Schema<?> schema = mediaType.isEmpty() ? null : contents.get(mediaType).getSchema();
        if (schema == null) {
            findings.expect(
                    response.body() == Void.class,
                    side,
                    place,
                    "no JSON in the document, " + response.body() + " in the code");
            return;
        }
        for (MediaType other : contents.values()) {
            findings.expect(schema.equals(other.getSchema()), side, place, "the media types have different schemas");
        }
        Location at = at(operation.place(), "response " + status, documented.pointers(), mediaType);
        if (response.body() == Void.class) {
            findings.add(side, at, "JSON in the document, none in the code");
        } else if (response.body() != side.any()) {
            models.compare(schema, UnannotatedType.of(response.body()), at);
            models.nullable(schema, response.nullable(), at);
        }
    }

    private void result(Operation operation, Route route) {
        Part<ApiResponse> success = operation.responses().get(operation.success());
        Map<String, MediaType> contents =
                success == null ? Map.of() : contents(success.value().getContent());
        String first = contents.isEmpty() ? "" : contents.keySet().iterator().next();
        String mediaType = json(contents);
        List<String> pointers =
                success == null ? List.of(operation.place().pointers().get(0) + "/responses") : success.pointers();
        Location place = operation.place().part(" response " + operation.success(), pointers);
        findings.expect(
                first.isEmpty() || first.equals(route.accept()),
                side,
                place.keyword("content"),
                "the document responses " + first + ", the code expects " + route.accept());
        Schema<?> schema = mediaType.isEmpty() ? null : contents.get(mediaType).getSchema();
        if (schema == null) {
            findings.expect(route.result() == null, side, place, "the document has no JSON response, the code has");
        } else if (route.result() == null) {
            findings.add(side, place, "the document has a JSON response, the code has none");
        } else {
            Location at = at(operation.place(), "response " + operation.success(), pointers, mediaType);
            models.compare(schema, route.result(), at);
            models.nullable(schema, route.result(), at);
        }
    }

    /** The schema of a media type of a body or an response. */
    private static Location at(Location operation, String what, List<String> pointers, String mediaType) {
        String pointer = pointers.get(pointers.size() - 1);
        return operation.part(
                " " + what + " " + mediaType, List.of(pointer + "/content/" + Location.escaped(mediaType) + "/schema"));
    }

    private static Map<String, MediaType> contents(@Nullable Content content) {
        return content == null ? Map.of() : content;
    }

    private static String json(Map<String, MediaType> contents) {
        return contents.entrySet().stream()
                .filter(entry ->
                        SwaggerSpec.isJson(entry.getKey()) && entry.getValue().getSchema() != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
