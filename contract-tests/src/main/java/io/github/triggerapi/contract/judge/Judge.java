package io.github.triggerapi.contract.judge;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.github.triggerapi.contract.judge.ParameterForm.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Validates requests and responses against the spec.
 *
 * <p>It has its own reader for the spec and evaluates schemas as JSON Schema 2020-12. It shares neither code nor a JSON
 * Schema library with the generator, the models and the mock server. Thread-safe.
 */
public final class Judge {

    /** Reads JSON strictly and without loss of precision. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The media type of forms without files. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/([^;]*\\+)?json.*");

    private static final Pattern OTHER_CHARSET = Pattern.compile("(?i).*;\\s*charset=(?!\"?utf-8\"?\\s*(;.*)?$).*");

    private static final SchemaLocation BASE = SchemaLocation.of("https://document.invalid/openapi.json");

    private final OpenApiDocument document;
    private final Map<MessageDirection, Schema> roots = new EnumMap<>(MessageDirection.class);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * Creates a judge.
     *
     * @param document the OpenAPI document, in YAML or JSON
     */
    public Judge(String document) {
        this(OpenApiDocument.parse(document));
    }

    public Judge(OpenApiDocument document) {
        this.document = document;
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        Map<JsonNode, Schema> distinct = new IdentityHashMap<>();
        for (MessageDirection direction : MessageDirection.values()) {
            roots.put(direction, distinct.computeIfAbsent(direction.document(document), root -> root(root, config)));
        }
    }

    /** Returns the document as one schema. The registry would read the whole document again for each schema in it. */
    private static Schema root(JsonNode document, SchemaRegistryConfig config) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                .getSchema(BASE, document);
    }

    public OpenApiDocument document() {
        return document;
    }

    /** Returns the violations in a request. */
    public List<Violation> request(HttpMessage.Request request) {
        Operation operation = document.operation(request.method(), request.path());
        Violations found = new Violations(request.method() + " " + request.path() + " request");
        if (operation == null) {
            return found.whole("paths", "the document has no such operation", request.target());
        }
        security(operation, request, found);
        new ParameterDeserializer(this, operation, request).check(found);
        String body = request.body();
        if (body.isEmpty()) {
            if (operation.bodyRequired()) {
                found.add("body", "", "required", "the document requires a body", "none");
            }
        } else if (operation.bodies().isEmpty()) {
            found.add("body", "", "requestBody", "the document has no body here", body);
        } else {
            content(operation.bodies(), request, found);
            String form = operation.bodies().get(FORM);
            if (form != null
                    && readsForm(form)
                    && String.valueOf(request.header("Content-Type")).startsWith(FORM)) {
                JsonNode value = ParameterDeserializer.form(this, operation, request, form);
                found.add("body", value(form, value, MessageDirection.REQUEST));
            }
        }
        return found.list();
    }

    /** Returns the violations in the response to a request. */
    public List<Violation> response(String method, String path, HttpMessage.Response response) {
        Operation operation = document.operation(method, path);
        Violations found = new Violations(method + " " + path + " response " + response.status());
        if (operation == null) {
            return found.whole("paths", "the document has no such operation", path);
        }
        String key = operation.documented(response.status());
        if (key == null) {
            return found.whole(
                    "responses",
                    "the document has no such status, only "
                            + String.join(", ", operation.responses().keySet()),
                    response.body());
        }
        String pointer = operation.responses().get(key);
        headers(pointer, response, found);
        Map<String, String> content = document.content(pointer);
        if (!content.isEmpty() && !(response.status() == 204 && response.body().isEmpty())) {
            content(content, response, found);
        } else if (content.isEmpty() && !response.body().isEmpty()) {
            found.add("body", "", "content", "the document has no body here", response.body());
        }
        return found.list();
    }

    /** Validates the headers of a response as those of a request, which OpenAPI describes in the same way. */
    private void headers(String pointer, HttpMessage.Response response, Violations found) {
        Operation headers =
                new Operation("GET", "/", "", "", document.headers(pointer), false, Map.of(), Map.of(), List.of());
        HttpMessage.Request request = new HttpMessage.Request("GET", "/", "", response.headers(), "");
        new ParameterDeserializer(this, headers, request).check(found);
    }

    private static void security(Operation operation, HttpMessage.Request request, Violations found) {
        if (operation.secured()
                && operation.security().stream()
                        .noneMatch(requirement -> requirement.stream().allMatch(scheme -> scheme.isIn(request)))) {
            SecurityScheme missing = operation.security().get(0).stream()
                    .filter(scheme -> !scheme.isIn(request))
                    .findFirst()
                    .orElseThrow();
            found.add(
                    missing.place(),
                    "",
                    "security",
                    "the document requires one of its security schemes",
                    String.valueOf(missing.value(request)));
        }
    }

    private void content(Map<String, String> content, HttpMessage message, Violations found) {
        String header = message.header("Content-Type");
        String mediaType = header == null ? "" : header.replaceAll("\\s*;.*", "");
        String schema = content.entrySet().stream()
                .filter(entry -> covers(entry.getKey(), mediaType))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (schema == null) {
            String expected = String.join(" or ", content.keySet());
            found.add("body", "", "content", "expected the media type " + expected, "'" + mediaType + "'");
        } else if (document.at(schema).isMissingNode() || !isJson(mediaType)) {
            return;
        } else {
            if (OTHER_CHARSET.matcher(header).matches()) {
                found.add("body", "", "content", "expected UTF-8, the charset of JSON", header);
            }
            JsonNode value;
            try {
                value = JSON.readTree(message.body());
            } catch (JacksonException e) {
                found.add("body", "", "JSON", "not valid JSON: " + e.getOriginalMessage(), message.body());
                return;
            }
            MessageDirection direction =
                    message instanceof HttpMessage.Request ? MessageDirection.REQUEST : MessageDirection.RESPONSE;
            found.add("body", value(schema, value, direction));
        }
    }

    /** Returns whether a documented media type or media range covers the media type of a message. */
    private static boolean covers(String documented, String mediaType) {
        String range = documented.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
        String type = mediaType.toLowerCase(Locale.ROOT);
        return range.equals(type)
                || range.equals("*/*")
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    /** Returns whether a media type is JSON. */
    public static boolean isJson(String mediaType) {
        return JSON_TYPE.matcher(mediaType).matches();
    }

    /** Returns whether forms with a schema are read: all members are simple values or arrays of them, in the usual style. */
    public boolean readsForm(String schema) {
        Shape shape = new ParameterShapes(document).of(schema);
        String encoding = schema.replaceFirst("/schema$", "/encoding");
        return Set.of(Shape.SIMPLE_OBJECT, Shape.FLAT_OBJECT).contains(shape)
                && document.at(encoding).isMissingNode();
    }

    /** Validates a value in a message of any direction against the schema at a pointer. */
    public List<Error> value(String schema, JsonNode value) {
        List<Error> errors = value(schema, value, MessageDirection.REQUEST);
        return errors.isEmpty() ? errors : value(schema, value, MessageDirection.RESPONSE);
    }

    private List<Error> value(String schema, JsonNode value, MessageDirection direction) {
        return document.at(schema).isMissingNode()
                ? List.of()
                : schema(schema, direction).validate(value);
    }

    private Schema schema(String pointer, MessageDirection direction) {
        return schemas.computeIfAbsent(
                direction + pointer,
                key -> Objects.requireNonNull(roots.get(direction))
                        .getRefSchema(SchemaLocation.of("#" + pointer).getFragment()));
    }

    /** Collects the violations in a message. */
    static final class Violations {
        private final String where;
        private final List<Violation> violations = new ArrayList<>();

        Violations(String where) {
            this.where = where;
        }

        void add(String in, String pointer, String keyword, String message, @Nullable String value) {
            violations.add(new Violation(where, in, pointer, keyword, message, String.valueOf(value), ""));
        }

        void add(String in, List<Error> errors) {
            for (Error error : errors) {
                String pointer = String.valueOf(error.getInstanceLocation());
                violations.add(new Violation(
                        where,
                        in,
                        pointer,
                        error.getKeyword(),
                        error.getMessage(),
                        TruncatedJson.of(error.getInstanceNode()),
                        "#" + error.getSchemaLocation().getFragment()));
            }
        }

        List<Violation> whole(String keyword, String message, String value) {
            add("message", "", keyword, message, value);
            return list();
        }

        List<Violation> list() {
            return List.copyOf(violations);
        }
    }
}
