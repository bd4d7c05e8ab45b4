package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document as read by Swagger Parser, independently of the code generator. */
public final class SwaggerSpec {

    private static final String RESOURCE = "/io/github/triggerapi/spec/trigger-api.yaml";

    private static final Pattern JSON_TYPE = Pattern.compile("application/([^;]*\\+)?json.*");

    private final OpenAPI openApi;
    private final List<String> errors;
    private final List<String> unknown;
    private final ElementPointers pointers;
    private final References references;
    private final SchemaKinds kinds;

    private SwaggerSpec(SwaggerParseResult result, Map<String, String> definitions) {
        this.openApi = result.getOpenAPI();
        Map<String, Schema<?>> defined = new LinkedHashMap<>();
        definitions.forEach((name, pointer) ->
                defined.put(pointer, openApi.getComponents().getSchemas().remove(name)));
        Map<Boolean, List<String>> messages =
                result.getMessages().stream().collect(Collectors.partitioningBy(m -> m.endsWith(" is unexpected")));
        this.errors = List.copyOf(messages.get(false));
        this.unknown = List.copyOf(messages.get(true));
        this.pointers = new ElementPointers(openApi, defined);
        this.references =
                new References(openApi.getComponents() == null ? new Components() : openApi.getComponents(), pointers);
        this.kinds = new SchemaKinds(references);
    }

    /** Returns the spec on the class path, in YAML. */
    public static String yaml() {
        try (InputStream stream = Objects.requireNonNull(SwaggerSpec.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if Swagger Parser reports an error
     */
    public static SwaggerSpec parse(String yamlOrJson) {
        SwaggerSpec spec = parse(tree(yamlOrJson));
        if (!spec.errors.isEmpty()) {
            throw new IllegalArgumentException("Swagger Parser: " + spec.errors);
        }
        return spec;
    }

    /** Reads a document in which Swagger Parser may report errors. */
    public static SwaggerSpec parse(JsonNode tree) {
        ParseOptions options = new ParseOptions();
        options.setResolve(false);
        // Otherwise items and additionalProperties of OpenAPI 3.0 override the type.
        options.setInferSchemaType(false);
        Map<String, String> definitions = new LinkedHashMap<>();
        JsonNode complete = withDefinitions(withTypesOfValues(keepingNullable(tree)), definitions);
        SwaggerParseResult result = new OpenAPIV3Parser().parseJsonNode(null, complete, options);
        if (result.getOpenAPI() == null) {
            throw new IllegalArgumentException("Swagger Parser: " + result.getMessages());
        }
        return new SwaggerSpec(result, definitions);
    }

    /** Swagger Parser ignores what is beside a reference in OpenAPI 3.0, but {@code nullable} is often meant there. */
    private static JsonNode keepingNullable(JsonNode tree) {
        if (!tree.path("openapi").asText().startsWith("3.0")
                || tree.findParents("$ref").stream().noneMatch(SwaggerSpec::isNullable)) {
            return tree;
        }
        JsonNode copy = tree.deepCopy();
        copy.findParents("$ref").stream().filter(SwaggerSpec::isNullable).forEach(schema -> {
            ObjectNode object = (ObjectNode) schema;
            object.putArray("allOf").addObject().set("$ref", object.remove("$ref"));
        });
        return copy;
    }

    /**
     * Returns a document with the type of the values in each {@code enum} without one, as Swagger Parser takes the type of one
     * of them. If they are of several types, any value is valid in code.
     */
    private static JsonNode withTypesOfValues(JsonNode tree) {
        if (tree.findParents("enum").stream().noneMatch(SwaggerSpec::isWithoutType)) {
            return tree;
        }
        JsonNode copy = tree.deepCopy();
        copy.findParents("enum").stream().filter(SwaggerSpec::isWithoutType).forEach(schema -> {
            Set<String> types = new TreeSet<>();
            schema.get("enum").forEach(value -> types.add(typeOf(value)));
            if (types.contains("number")) {
                types.remove("integer");
            }
            boolean nullable = types.remove("null");
            ObjectNode object = (ObjectNode) schema;
            if (types.size() != 1) {
                object.remove("enum");
            } else if (nullable) {
                object.putArray("type").add(types.iterator().next()).add("null");
            } else {
                object.put("type", types.iterator().next());
            }
        });
        return copy;
    }

    private static String typeOf(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().scale() <= 0 ? "integer" : "number"
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isWithoutType(JsonNode schema) {
        return schema.path("enum").isArray()
                && Stream.of("type", "oneOf", "anyOf", "allOf", "$ref").noneMatch(schema::has);
    }

    /**
     * Returns a document with each schema in {@code $defs} as a component as well, as Swagger Parser does not read them there.
     *
     * @param definitions receives the names of these components with the pointers of the schemas
     */
    private static JsonNode withDefinitions(JsonNode tree, Map<String, String> definitions) {
        if (tree.findParent("$defs") == null) {
            return tree;
        }
        ObjectNode copy = tree.deepCopy();
        Map<String, JsonNode> found = new LinkedHashMap<>();
        collectDefinitions("#", copy, found);
        found.forEach((pointer, schema) -> {
            String name = "defs." + definitions.size();
            copy.withObject("/components/schemas").set(name, schema);
            definitions.put(name, pointer);
        });
        return copy;
    }

    private static void collectDefinitions(String pointer, JsonNode node, Map<String, JsonNode> found) {
        node.path("$defs")
                .properties()
                .forEach(member ->
                        found.put(pointer + "/$defs/" + Location.escaped(member.getKey()), member.getValue()));
        node.properties()
                .forEach(member -> collectDefinitions(
                        pointer + "/" + Location.escaped(member.getKey()), member.getValue(), found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectDefinitions(pointer + "/" + i, node.get(i), found);
        }
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("nullable").asBoolean();
    }

    /** Reads a document in YAML or JSON as a tree. */
    public static JsonNode tree(String yamlOrJson) {
        return DeserializationUtils.deserializeIntoTree(yamlOrJson, RESOURCE);
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

    SchemaKinds kinds() {
        return kinds;
    }

    /**
     * An operation of the spec.
     *
     * @param tag the first tag, or {@code default}
     * @param parameters the resolved parameters of the path item and the operation
     * @param body the resolved request body; without content if there is none
     * @param responses the resolved responses by status
     * @param security the alternative security requirements, each the names of its schemes
     */
    public record Operation(
            Location location,
            String id,
            String tag,
            String httpMethod,
            String path,
            List<Resolved<Parameter>> parameters,
            Resolved<RequestBody> body,
            Map<String, Resolved<ApiResponse>> responses,
            List<String> security,
            List<Server> servers) {

        boolean bodyRequired() {
            return Boolean.TRUE.equals(body.value().getRequired());
        }

        /** Returns whether a documented response is a success: the default response if there is no other. */
        boolean isSuccess(String status) {
            return status.startsWith("2")
                    || status.equals("default")
                            && responses.keySet().stream().noneMatch(other -> other.matches("[23].*"));
        }

        /** Returns the lowest documented success status; empty if there is none. */
        String success() {
            return responses.keySet().stream()
                    .filter(status -> status.startsWith("2"))
                    .findFirst()
                    .orElse("");
        }
    }

    /** A resolved element, with the pointers of its references and of the element. */
    record Resolved<T>(T value, List<String> pointers) {}

    /** Returns the operations of the spec that code has methods for: not those with the method TRACE. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        if (openApi.getPaths() != null) {
            openApi.getPaths().forEach((path, listed) -> {
                PathItem item = references.resolve(listed).value();
                item.readOperationsMap().forEach((httpMethod, operation) -> {
                    if (httpMethod != PathItem.HttpMethod.TRACE) {
                        operations.add(operation(path, item, httpMethod.name(), operation));
                    }
                });
            });
        }
        return operations;
    }

    private Operation operation(
            String path, PathItem item, String httpMethod, io.swagger.v3.oas.models.Operation operation) {
        Map<String, Resolved<Parameter>> parameters = new LinkedHashMap<>();
        for (List<Parameter> list : List.of(orEmpty(item.getParameters()), orEmpty(operation.getParameters()))) {
            for (Parameter parameter : list) {
                Resolved<Parameter> resolved = references.resolve(parameter);
                String in = resolved.value().getIn();
                String name = resolved.value().getName();
                if (!io.github.triggerapi.contract.judge.Parameter.isIgnored(in, name)) {
                    parameters.put(in + " " + name, resolved);
                }
            }
        }
        String pointer = pointers.of(operation);
        Resolved<RequestBody> body = operation.getRequestBody() == null
                ? new Resolved<>(new RequestBody(), List.of(pointer + "/requestBody"))
                : references.resolve(operation.getRequestBody());
        Map<String, Resolved<ApiResponse>> responses = new TreeMap<>();
        if (operation.getResponses() != null) {
            operation.getResponses().forEach((status, response) -> responses.put(status, references.resolve(response)));
        }
        List<String> tags = orEmpty(operation.getTags());
        return new Operation(
                Location.of(httpMethod + " " + path, pointer),
                operation.getOperationId(),
                tags.isEmpty() ? "default" : tags.get(0),
                httpMethod,
                path,
                List.copyOf(parameters.values()),
                body,
                responses,
                security(operation.getSecurity() == null ? openApi.getSecurity() : operation.getSecurity()),
                orEmpty(operation.getServers() == null ? item.getServers() : operation.getServers()));
    }

    private static List<String> security(@Nullable List<SecurityRequirement> alternatives) {
        return orEmpty(alternatives).stream()
                .map(alternative -> alternative.entrySet().stream()
                        .map(scheme -> scheme.getKey()
                                + (scheme.getValue().isEmpty() ? "" : "(" + String.join(" ", scheme.getValue()) + ")"))
                        .collect(Collectors.joining(" & ")))
                .toList();
    }

    /** Returns the errors reported by Swagger Parser. */
    public List<String> errors() {
        return errors;
    }

    /** Returns the members that Swagger Parser does not know and ignores. */
    public List<String> unknown() {
        return unknown;
    }

    /** Returns the target of the references of a schema, or the schema itself. */
    public Schema<?> resolve(Schema<?> schema) {
        return references.resolve(schema);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Returns whether bodies of a media type are JSON. */
    public static boolean isJson(String mediaType) {
        return JSON_TYPE.matcher(mediaType).matches();
    }
}
