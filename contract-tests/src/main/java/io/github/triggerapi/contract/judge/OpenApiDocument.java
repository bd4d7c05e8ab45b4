package io.github.triggerapi.contract.judge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI document as a tree with JSON Pointers, without resolving references. */
public final class OpenApiDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode root;
    private final List<Operation> operations;
    private final Map<Operation, Pattern> paths = new IdentityHashMap<>();

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        this.operations = readOperations();
        operations.forEach(operation -> paths.put(operation, operation.pathPattern()));
    }

    /**
     * Reads a document in YAML or JSON.
     *
     * @throws IllegalArgumentException if the text is not an OpenAPI document
     */
    public static OpenApiDocument parse(String text) {
        JsonNode root = YAML.readTree(text);
        if (!root.has("openapi")) {
            throw new IllegalArgumentException("expected the text of an OpenAPI document, found no member openapi");
        }
        return new OpenApiDocument(OpenApi30Normalizer.rewrite(root));
    }

    public JsonNode root() {
        return root;
    }

    /** Returns the node at a pointer; a missing node if there is none. */
    public JsonNode at(String pointer) {
        return Objects.requireNonNull(root.at(pointer));
    }

    /** Returns the pointer that the references at a pointer lead to, or the pointer itself. */
    public String target(String pointer) {
        String current = pointer;
        Set<String> seen = new TreeSet<>();
        while (at(current).has("$ref") && seen.add(current)) {
            current = pointer(at(current).path("$ref").asString());
        }
        return current;
    }

    /** Returns the pointer in a reference, which is a fragment of a URI and may be percent-encoded. */
    public static String pointer(String reference) {
        return reference.contains("%")
                ? URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)
                : reference.substring(1);
    }

    /** Returns the pointer of a member. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the operations in document order. */
    public List<Operation> operations() {
        return operations;
    }

    private List<Operation> readOperations() {
        List<Operation> all = new ArrayList<>();
        for (String path : at("/paths").propertyNames()) {
            String item = target(child("/paths", path));
            for (String method : at(item).propertyNames()) {
                if (METHODS.contains(method)) {
                    all.add(operation(path, item, method));
                }
            }
        }
        return List.copyOf(all);
    }

    private Operation operation(String path, String item, String method) {
        String pointer = item + "/" + method;
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String owner : List.of(item, pointer)) {
            for (int i = 0; i < at(owner + "/parameters").size(); i++) {
                Parameter parameter = parameter(target(owner + "/parameters/" + i));
                if (!Parameter.isIgnored(parameter.in(), parameter.name())) {
                    parameters.put(parameter.label(), parameter);
                }
            }
        }
        String body = target(pointer + "/requestBody");
        Map<String, String> responses = new LinkedHashMap<>();
        for (String status : at(pointer + "/responses").propertyNames()) {
            responses.put(status, target(child(pointer + "/responses", status)));
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                pointer,
                at(pointer).path("operationId").asString(),
                List.copyOf(parameters.values()),
                at(body).path("required").asBoolean(false),
                content(body),
                responses,
                security(pointer));
    }

    private Parameter parameter(String pointer) {
        JsonNode parameter = at(pointer);
        return parameter(parameter.path("name").asString(), parameter.path("in").asString(), pointer);
    }

    private Parameter parameter(String name, String in, String pointer) {
        JsonNode parameter = at(pointer);
        Map.Entry<String, String> content =
                content(pointer).entrySet().stream().findFirst().orElse(null);
        boolean json = content != null && Judge.isJson(content.getKey()) && !in.equals("cookie");
        String schema = content == null ? pointer + "/schema" : content.getValue();
        ParameterForm form = json
                ? ParameterForm.JSON
                : content != null || at(schema).isMissingNode()
                        ? ParameterForm.OPAQUE
                        : ParameterForm.of(
                                in,
                                parameter.path("style").asString(""),
                                parameter.has("explode")
                                        ? parameter.path("explode").asBoolean()
                                        : null,
                                new ParameterShapes(this).of(schema));
        return new Parameter(
                name,
                in,
                parameter.path("required").asBoolean(false),
                form,
                pointer,
                form == ParameterForm.OPAQUE ? pointer + "/opaque" : schema);
    }

    /** Returns the headers of a response, except those that OpenAPI describes elsewhere. */
    public List<Parameter> headers(String response) {
        List<Parameter> headers = new ArrayList<>();
        for (String name : at(response + "/headers").propertyNames()) {
            String header = target(child(response + "/headers", name));
            if (!Parameter.isIgnored("header", name)) {
                headers.add(parameter(name, "header", header));
            }
        }
        return headers;
    }

    /**
     * Returns the pointers of the schemas under {@code content} by media type. The range of all media types stands for JSON,
     * unless that is listed, too, or the body has no schema or is a string.
     */
    public Map<String, String> content(String owner) {
        Map<String, String> content = new LinkedHashMap<>();
        for (String mediaType : at(owner + "/content").propertyNames()) {
            String schema = child(owner + "/content", mediaType) + "/schema";
            boolean json = mediaType.equals("*/*")
                    && !at(owner + "/content").has("application/json")
                    && !at(schema).isMissingNode()
                    && !at(target(schema)).path("type").asString("").equals("string");
            content.put(json ? "application/json" : mediaType, schema);
        }
        return content;
    }

    /** Returns all security schemes. */
    public List<SecurityScheme> securitySchemes() {
        return at("/components/securitySchemes").propertyNames().stream()
                .map(this::securityScheme)
                .toList();
    }

    private SecurityScheme securityScheme(String name) {
        return SecurityScheme.of(name, at(target(child("/components/securitySchemes", name))));
    }

    private List<List<SecurityScheme>> security(String operation) {
        JsonNode own = at(operation + "/security");
        List<List<SecurityScheme>> requirements = new ArrayList<>();
        for (JsonNode requirement : own.isMissingNode() ? at("/security") : own) {
            Collection<String> names = requirement.propertyNames();
            requirements.add(names.stream().map(this::securityScheme).toList());
        }
        return requirements;
    }

    /** Returns the operation that a request is for; null if there is none. */
    public @Nullable Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && paths.get(operation).matcher(path).matches())
                .min(Comparator.comparingLong(Operation::placeholders))
                .orElse(null);
    }
}
