package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.Route.AnnotatedResponse;
import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.github.triggerapi.contract.code.SwaggerSpec.Resolved;
import io.github.triggerapi.contract.judge.Judge;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares operations with the methods that represent them in an artifact. */
final class OperationCheck {

    private final GeneratedArtifact artifact;
    private final SchemaCheck schemas;
    private final ParameterCheck parameters;
    private final Findings findings;
    private final Set<String> nullBodies;

    /**
     * Creates a check.
     *
     * @param nullBodies the bodies of requests that may be null, in which the code does not differ
     */
    OperationCheck(SchemaCheck schemas, Set<String> nullBodies) {
        this.schemas = schemas;
        this.nullBodies = nullBodies;
        this.parameters = new ParameterCheck(schemas);
        this.findings = schemas.findings();
        this.artifact = findings.artifact();
    }

    void check(Operation operation, List<Route> routes) {
        if (routes.isEmpty()) {
            findings.add(operation.location(), "no method for " + operation.httpMethod() + " " + operation.path());
            return;
        }
        bodyTypes(operation, routes);
        for (Route route : routes) {
            if (route.isForOtherResponse(routes)) {
                otherResponse(operation, route);
                continue;
            }
            names(operation, route);
            security(operation, route);
            server(operation, route);
            parameters.check(operation, route);
            body(operation, route);
            responses(operation, route);
        }
    }

    private void bodyTypes(Operation operation, List<Route> routes) {
        List<String> expected = new ArrayList<>(
                new TreeSet<>(contents(operation.body().value().getContent()).keySet()));
        if (expected.isEmpty() || artifact == GeneratedArtifact.CLIENT && !operation.bodyRequired()) {
            expected.add(0, "");
        }
        List<String> found = routes.stream().map(Route::bodyType).sorted().toList();
        Location location = bodyPlace(operation);
        for (String type : SchemaCheck.union(Set.copyOf(expected), Set.copyOf(found))) {
            String body = type.isEmpty() ? "no body" : "the body type " + type;
            findings.expect(found.contains(type), location, "the code has no method for " + body);
            findings.expect(expected.contains(type), location, "the code only has a method for " + body);
        }
        for (Route route : routes) {
            findings.expect(
                    route.bodyRequired() == operation.bodyRequired()
                            || route.body() == null
                            || artifact == GeneratedArtifact.CLIENT,
                    location.keyword("required"),
                    "required is " + operation.bodyRequired() + " in the document only");
        }
    }

    /** A further method for a response whose media type stands beside JSON returns it raw. */
    private void otherResponse(Operation operation, Route route) {
        Map<String, Resolved<ApiResponse>> responses = operation.responses();
        boolean documented = responses.values().stream()
                .anyMatch(response -> contents(response.value().getContent()).containsKey(route.accept()));
        findings.expect(
                documented && route.result() == null,
                operation
                        .location()
                        .part(
                                " response",
                                List.of(operation.location().pointers().get(0) + "/responses")),
                route.method().getName() + " is for a response of the type " + route.accept()
                        + ", which the document does not have");
    }

    private static Location bodyPlace(Operation operation) {
        return operation.location().part(" request body", operation.body().pointers());
    }

    private void names(Operation operation, Route route) {
        String method = route.method().getName();
        // A missing operationId is replaced by the verb and the path.
        boolean named = operation.id() == null
                ? GeneratedNames.plain(method).startsWith(GeneratedNames.plain(operation.httpMethod()))
                : GeneratedNames.matches(method, operation.id())
                        || GeneratedNames.matches(method, operation.id() + route.bodyType());
        findings.expect(
                named,
                operation.location().keyword("operationId"),
                "operationId is " + operation.id() + ", the method is " + method);
        String owner = route.method().getDeclaringClass().getSimpleName();
        findings.expect(
                GeneratedNames.matches(owner, operation.tag() + "Api"),
                operation.location().keyword("tags"),
                "the first tag is " + operation.tag() + ", the interface is " + owner);
    }

    private void security(Operation operation, Route route) {
        List<String> generated = route.security();
        String pointer = operation.location().pointers().get(0);
        findings.expect(
                operation.security().equals(generated),
                operation.location().part(" security", List.of("#/security", pointer + "/security")),
                "expected " + operation.security() + " from the document, found " + generated);
    }

    /** Checks the server of an operation's own, at which the stubs do not differ. */
    private void server(Operation operation, Route route) {
        String document = ServerAndSecurityCheck.url(schemas.spec().openApi().getServers());
        String own = ServerAndSecurityCheck.url(operation.servers());
        boolean relative = !operation.servers().isEmpty() && own.startsWith("/") && document.startsWith("http");
        String expected = relative ? document.replaceFirst("(?<=\\w)/.*", "") + own : own;
        String pointer = operation.location().pointers().get(0);
        findings.expect(
                artifact == GeneratedArtifact.SERVER
                        || (expected.startsWith("http") ? expected.replaceFirst("/$", "") : "").equals(route.server()),
                operation
                        .location()
                        .part(
                                " server",
                                List.of(pointer.replaceFirst("/[^/]*$", "/servers/0/url"), pointer + "/servers/0/url")),
                "expected the server " + expected + " from the document, found '" + route.server() + "'");
    }

    private void body(Operation operation, Route route) {
        Documented media = contents(operation.body().value().getContent()).get(route.bodyType());
        Schema<?> schema = media == null ? null : media.schema();
        boolean form = route.bodyType().equals(Judge.FORM);
        if (schema == null || !SwaggerSpec.isJson(route.bodyType()) && !form) {
            return;
        }
        Location location =
                at(operation.location(), "request body", operation.body().pointers(), media.mediaType());
        if (form) {
            parameters.checkForm(schema, route, location);
        } else if (route.body() == null) {
            findings.add(location, route.method().getName() + " has no JSON body");
        } else {
            schemas.compare(schema, route.body(), location);
            findings.expect(
                    schemas.isNullable(schema) == nullBodies.contains(body(operation, route.bodyType())),
                    schemas.chain(location, schema),
                    "no method accepts a null body");
        }
    }

    /** Returns the bodies of requests that may be null. */
    static Set<String> nullBodies(SchemaCheck schemas) {
        Set<String> bodies = new TreeSet<>();
        OperationCheck check = new OperationCheck(schemas, Set.of());
        for (Operation operation : schemas.spec().operations()) {
            check.contents(operation.body().value().getContent()).forEach((mediaType, media) -> {
                if (media.schema() != null && schemas.isNullable(media.schema())) {
                    bodies.add(body(operation, mediaType));
                }
            });
        }
        return bodies;
    }

    private static String body(Operation operation, String mediaType) {
        return operation.location().label() + " " + mediaType;
    }

    private void responses(Operation operation, Route route) {
        Map<String, AnnotatedResponse> generated = new HashMap<>();
        route.responses().forEach(response -> generated.put(response.status(), response));
        Map<String, Resolved<ApiResponse>> documented = operation.responses();
        String pointer = operation.location().pointers().get(0);
        findings.expect(
                !operation.success().isEmpty() || route.result() == null,
                operation.location().part(" response", List.of(pointer + "/responses")),
                "expected no JSON response from the document, found one");
        for (String status : SchemaCheck.union(documented.keySet(), generated.keySet())) {
            if (!documented.containsKey(status)) {
                findings.add(
                        operation.location().part(" response " + status, List.of(pointer + "/responses")),
                        route.method().getName() + " has the response " + status + ", the document does not");
            } else if (!generated.containsKey(status)) {
                findings.add(
                        operation
                                .location()
                                .part(
                                        " response " + status,
                                        documented.get(status).pointers()),
                        "in the document, but " + route.method().getName() + " does not have it");
            } else {
                response(operation, route, status, documented.get(status), generated.get(status));
            }
        }
    }

    private void response(
            Operation operation,
            Route route,
            String status,
            Resolved<ApiResponse> documented,
            AnnotatedResponse response) {
        Map<String, Documented> contents = contents(documented.value().getContent());
        Location location = operation.location().part(" response " + status, documented.pointers());
        boolean returned = status.equals(operation.success());
        findings.expect(
                contents.keySet().equals(Set.copyOf(response.mediaTypes())),
                location.keyword("content"),
                "expected " + contents.keySet() + " from the document, found " + response.mediaTypes());
        findings.expect(
                !response.otherType() || operation.isSuccess(status) && !returned && !contents.isEmpty(),
                location,
                "expected a success with a body of its own from the document, found none");
        headers(documented.value(), location);
        String mediaType = json(contents);
        // A raw body may be of any type.
        String accept = mediaType.isEmpty() ? String.join(", ", response.mediaTypes()) : mediaType;
        findings.expect(
                !returned || accept.isEmpty() || accept.equals(route.accept()),
                location.keyword("content"),
                "expected " + accept + " from the document, found " + route.accept());
        Schema<?> schema = mediaType.isEmpty() ? null : contents.get(mediaType).schema();
        if (schema == null) {
            findings.expect(
                    response.body() == Void.class,
                    location,
                    "expected no JSON from the document, found " + response.body());
            findings.expect(
                    !returned || route.result() == null,
                    location,
                    "expected no JSON response from the document, found one");
            return;
        }
        contents.forEach((name, other) -> findings.expect(
                !SwaggerSpec.isJson(name) || schema.equals(other.schema()),
                location,
                "the media types have different schemas"));
        Location at = at(
                operation.location(),
                "response " + status,
                documented.pointers(),
                contents.get(mediaType).mediaType());
        if (response.body() == Void.class) {
            findings.add(at, "expected JSON from the document, found none");
        } else if (response.otherType() || response.body() != artifact.any()) {
            schemas.compare(schema, response.type(), at);
            schemas.nullable(schema, response.nullable(), at);
        } else if (!returned) {
            // An annotation can name classes, but neither lists nor simple values.
            findings.notExpressed().places().addAll(at.pointers());
        }
        boolean sameType = returned
                || operation.isSuccess(status)
                        && !response.otherType()
                        && !operation.httpMethod().equals("HEAD");
        if (sameType && route.result() == null) {
            findings.add(location, "expected a JSON response from the document, found none");
        } else if (sameType) {
            schemas.compare(schema, route.result(), at);
        }
        if (returned && route.result() != null) {
            schemas.nullable(schema, route.result(), at);
        }
    }

    /** Checks that the artifact has a constant for each header of a response. */
    private void headers(ApiResponse response, Location location) {
        if (response.getHeaders() == null) {
            return;
        }
        Set<String> constants = artifact.responseHeaders();
        response.getHeaders().keySet().stream()
                .filter(name -> !io.github.triggerapi.contract.judge.Parameter.isIgnored("header", name))
                .forEach(name -> findings.expect(
                        constants.contains(name.toLowerCase(Locale.ROOT)),
                        location.keyword("headers"),
                        "ResponseHeaders has no constant for the header " + name));
    }

    /** Returns the location of the schema of a media type. */
    private static Location at(Location operation, String what, List<String> pointers, String mediaType) {
        String pointer = pointers.get(pointers.size() - 1);
        return operation.part(
                " " + what + " " + mediaType, List.of(pointer + "/content/" + Location.escaped(mediaType) + "/schema"));
    }

    /** A body with the media type that the document gives it, which may be a range. */
    private record Documented(String mediaType, @Nullable Schema<?> schema) {}

    /** Returns the bodies by the media type that the code has for them. */
    private Map<String, Documented> contents(@Nullable Content content) {
        Map<String, Documented> contents = new LinkedHashMap<>();
        Map<String, MediaType> documented = content == null ? Map.of() : content;
        documented.forEach((mediaType, media) -> {
            Schema<?> schema = media.getSchema();
            boolean json = mediaType.equals("*/*")
                    && !documented.containsKey("application/json")
                    && schema != null
                    && !SchemaKinds.types(schemas.spec().resolve(schema)).equals(Set.of("string"));
            contents.put(json ? "application/json" : mediaType, new Documented(mediaType, schema));
        });
        return contents;
    }

    private static String json(Map<String, Documented> contents) {
        return contents.entrySet().stream()
                .filter(entry ->
                        SwaggerSpec.isJson(entry.getKey()) && entry.getValue().schema() != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}
