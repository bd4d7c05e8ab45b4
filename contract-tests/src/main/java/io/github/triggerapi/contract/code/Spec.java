package io.github.triggerapi.contract.code;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
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
import org.jspecify.annotations.Nullable;

/** The OpenAPI document as Swagger Parser reads it, which is not how the code generator reads it. */
public final class Spec {

    private static final String RESOURCE = "/io/github/triggerapi/spec/trigger-api.yaml";

    private final OpenAPI openApi;

    private Spec(OpenAPI openApi) {
        this.openApi = openApi;
    }

    /** The text of the document on the class path. */
    public static String text() {
        try (InputStream stream = Objects.requireNonNull(Spec.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException where Swagger Parser finds fault with it
     */
    public static Spec parse(String text) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, List.of(), options);
        if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
            throw new IllegalArgumentException("Swagger Parser: " + result.getMessages());
        }
        return new Spec(result.getOpenAPI());
    }

    public OpenAPI openApi() {
        return openApi;
    }

    /**
     * One verb on one path.
     *
     * @param parameters those of the path and its own, references resolved
     * @param bodies the schema of each request media type
     * @param responses by status, references resolved
     */
    public record Operation(
            String id,
            String verb,
            String path,
            List<Parameter> parameters,
            boolean bodyRequired,
            Map<String, MediaType> bodies,
            Map<String, ApiResponse> responses) {

        /** As in {@code POST /api/v1/tasks/{taskIdentifier}/trigger}. */
        public String place() {
            return verb + " " + path;
        }

        /** The documented success with the lowest status. */
        public @Nullable ApiResponse success() {
            return responses.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("2"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Every operation of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        openApi.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((verb, operation) -> operations.add(operation(path, item, verb.name(), operation))));
        return operations;
    }

    private Operation operation(String path, PathItem item, String verb, io.swagger.v3.oas.models.Operation operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (List<Parameter> list : List.of(orEmpty(item.getParameters()), orEmpty(operation.getParameters()))) {
            for (Parameter parameter : list) {
                Parameter resolved = resolve(parameter);
                parameters.put(resolved.getIn() + " " + resolved.getName(), resolved);
            }
        }
        RequestBody body = operation.getRequestBody() == null ? new RequestBody() : resolve(operation.getRequestBody());
        Map<String, ApiResponse> responses = new TreeMap<>();
        operation.getResponses().forEach((status, response) -> responses.put(status, resolve(response)));
        return new Operation(
                operation.getOperationId(),
                verb,
                path,
                List.copyOf(parameters.values()),
                Boolean.TRUE.equals(body.getRequired()),
                body.getContent() == null ? Map.of() : body.getContent(),
                responses);
    }

    /** The schema that another one refers to, or that one itself. */
    public Schema<?> resolve(Schema<?> schema) {
        Schema<?> current = schema;
        while (current.get$ref() != null) {
            current = Objects.requireNonNull(
                    openApi.getComponents().getSchemas().get(name(current.get$ref())), current.get$ref());
        }
        return current;
    }

    private Parameter resolve(Parameter parameter) {
        return parameter.get$ref() == null
                ? parameter
                : resolve(openApi.getComponents().getParameters().get(name(parameter.get$ref())));
    }

    private RequestBody resolve(RequestBody body) {
        return body.get$ref() == null
                ? body
                : resolve(openApi.getComponents().getRequestBodies().get(name(body.get$ref())));
    }

    private ApiResponse resolve(ApiResponse response) {
        return response.get$ref() == null
                ? response
                : resolve(openApi.getComponents().getResponses().get(name(response.get$ref())));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
