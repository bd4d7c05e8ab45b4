package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document as Swagger Parser reads it, which is not how the code generator reads it. */
public final class SwaggerSpec {

    private static final String RESOURCE = "/io/github/triggerapi/spec/trigger-api.yaml";

    private final OpenAPI openApi;
    private final List<String> errors;
    private final List<String> unknown;
    private final ElementPointers pointers;
    private final References references;

    private SwaggerSpec(SwaggerParseResult result) {
        this.openApi = result.getOpenAPI();
        Map<Boolean, List<String>> messages =
                result.getMessages().stream().collect(Collectors.partitioningBy(m -> m.endsWith(" is unexpected")));
        this.errors = List.copyOf(messages.get(false));
        this.unknown = List.copyOf(messages.get(true));
        this.pointers = new ElementPointers(openApi);
        this.references =
                new References(openApi.getComponents() == null ? new Components() : openApi.getComponents(), pointers);
    }

    /** The text of the document on the class path. */
    public static String text() {
        try (InputStream stream = Objects.requireNonNull(SwaggerSpec.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException where Swagger Parser finds error with it
     */
    public static SwaggerSpec parse(String text) {
        SwaggerSpec spec = parse(tree(text));
        if (!spec.errors.isEmpty()) {
            throw new IllegalArgumentException("Swagger Parser: " + spec.errors);
        }
        return spec;
    }

    /** Reads a document with which Swagger Parser may find error, as far as it goes. */
    public static SwaggerSpec parse(JsonNode tree) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        // Or items and additionalProperties of OpenAPI 3.0 decide on the type, whatever type says.
        options.setInferSchemaType(false);
        SwaggerParseResult result = new OpenAPIV3Parser().parseJsonNode(null, tree, options);
        if (result.getOpenAPI() == null) {
            throw new IllegalArgumentException("Swagger Parser: " + result.getMessages());
        }
        return new SwaggerSpec(result);
    }

    /** A document in YAML or JSON as a tree. */
    public static JsonNode tree(String text) {
        return DeserializationUtils.deserializeIntoTree(text, RESOURCE);
    }

    public OpenAPI openApi() {
        return openApi;
    }

    boolean isOpenApi30() {
        return openApi.getOpenapi().startsWith("3.0");
    }

    ElementPointers pointers() {
        return pointers;
    }

    References references() {
        return references;
    }

    /**
     * One verb on one path.
     *
     * @param tag the first tag, or {@code default}
     * @param parameters those of the path and its own, references resolved
     * @param body with the schema of each media type; empty of content where there is none
     * @param responses by status, references resolved
     * @param security the alternatives, each the names of schemes that go together
     */
    public record Operation(
            Location place,
            String id,
            String tag,
            String verb,
            String path,
            List<Part<Parameter>> parameters,
            Part<RequestBody> body,
            Map<String, Part<ApiResponse>> responses,
            List<String> security) {

        boolean bodyRequired() {
            return Boolean.TRUE.equals(body.value().getRequired());
        }

        /** The status of the documented success that comes first in order, or the empty string. */
        String success() {
            return responses.keySet().stream()
                    .filter(status -> status.startsWith("2"))
                    .findFirst()
                    .orElse("");
        }
    }

    /** A part of an operation, with the pointer of a reference and that of its target where it is one. */
    record Part<T>(T value, List<String> pointers) {}

    /** Every operation of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        if (openApi.getPaths() != null) {
            openApi.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((verb, operation) ->
                                    operations.add(operation(path, item, verb.name(), operation))));
        }
        return operations;
    }

    private Operation operation(String path, PathItem item, String verb, io.swagger.v3.oas.models.Operation operation) {
        Map<String, Part<Parameter>> parameters = new LinkedHashMap<>();
        for (List<Parameter> list : List.of(orEmpty(item.getParameters()), orEmpty(operation.getParameters()))) {
            for (Parameter parameter : list) {
                Part<Parameter> resolved = references.resolve(parameter);
                String in = resolved.value().getIn();
                String name = resolved.value().getName();
                if (!io.github.triggerapi.contract.judge.Parameter.isIgnored(in, name)) {
                    parameters.put(in + " " + name, resolved);
                }
            }
        }
        String pointer = pointers.of(operation);
        Part<RequestBody> body = operation.getRequestBody() == null
                ? new Part<>(new RequestBody(), List.of(pointer + "/requestBody"))
                : references.resolve(operation.getRequestBody());
        Map<String, Part<ApiResponse>> responses = new TreeMap<>();
        if (operation.getResponses() != null) {
            operation.getResponses().forEach((status, response) -> responses.put(status, references.resolve(response)));
        }
        List<String> tags = orEmpty(operation.getTags());
        return new Operation(
                Location.of(verb + " " + path, pointer),
                operation.getOperationId(),
                tags.isEmpty() ? "default" : tags.get(0),
                verb,
                path,
                List.copyOf(parameters.values()),
                body,
                responses,
                security(operation.getSecurity() == null ? openApi.getSecurity() : operation.getSecurity()));
    }

    private static List<String> security(@Nullable List<SecurityRequirement> alternatives) {
        return orEmpty(alternatives).stream()
                .map(alternative -> alternative.entrySet().stream()
                        .map(scheme -> scheme.getKey()
                                + (scheme.getValue().isEmpty() ? "" : "(" + String.join(" ", scheme.getValue()) + ")"))
                        .collect(Collectors.joining(" & ")))
                .toList();
    }

    /** What Swagger Parser found wrong. */
    List<String> errors() {
        return errors;
    }

    /** What Swagger Parser does not know and leaves out. */
    public List<String> unknown() {
        return unknown;
    }

    /** The schema that another one refers to, or that one itself. */
    public Schema<?> resolve(Schema<?> schema) {
        return references.resolve(schema);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Whether bodies of a media type are JSON. */
    public static boolean isJson(String mediaType) {
        return mediaType.equals("*/*") || mediaType.matches("application/([^;]*\\+)?json.*");
    }
}
