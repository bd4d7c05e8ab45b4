package io.github.triggerapi.contract.judge;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says whether requests and responses are what the document describes.
 *
 * <p>It reads the YAML by itself and takes its schemas as JSON Schema 2020-12. With the generator, the models and the mock
 * server it has no code in common, nor the library. Safe for use by several threads.
 */
public final class Judge {

    /** Reads JSON strictly, and no number loses a digit. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BASE = "https://document.invalid/openapi.json";

    private final OpenApiDocument document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * A judge.
     *
     * @param document the document, in YAML or JSON
     */
    public Judge(String document) {
        this(OpenApiDocument.parse(document));
    }

    public Judge(OpenApiDocument document) {
        this.document = document;
        String text = document.root().toString();
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(BASE, text)));
    }

    public OpenApiDocument document() {
        return document;
    }

    /** What is wrong with a request; empty where it is right. */
    public List<Violation> request(HttpMessage.Request request) {
        Operation operation = document.operation(request.method(), request.path());
        Verdict verdict = new Verdict(request.method() + " " + request.path() + " request");
        if (operation == null) {
            return verdict.whole("paths", "the document has no such operation", request.target());
        }
        security(operation, request, verdict);
        new ParameterDeserializer(this, operation, request).check(verdict);
        String body = request.body();
        if (body.isEmpty()) {
            if (operation.bodyRequired()) {
                verdict.add("body", "", "required", "the document requires a body", "none");
            }
        } else if (operation.bodies().isEmpty()) {
            verdict.add("body", "", "requestBody", "the document has no body here", body);
        } else {
            content(operation.bodies(), request, verdict);
        }
        return verdict.violations();
    }

    /** What is wrong with the response to a request; empty where it is right. */
    public List<Violation> response(String method, String path, HttpMessage.Response response) {
        Operation operation = document.operation(method, path);
        Verdict verdict = new Verdict(method + " " + path + " response " + response.status());
        if (operation == null) {
            return verdict.whole("paths", "the document has no such operation", path);
        }
        String key = operation.documented(response.status());
        if (key == null) {
            return verdict.whole(
                    "responses",
                    "the document has no such status, only "
                            + String.join(", ", operation.responses().keySet()),
                    response.body());
        }
        String pointer = operation.responses().get(key);
        for (String name : document.at(pointer + "/headers").propertyNames()) {
            String header = document.target(OpenApiDocument.child(pointer + "/headers", name));
            // The content says which media types there are.
            boolean ignored = name.equalsIgnoreCase("Content-Type");
            if (!ignored && document.at(header).path("required").asBoolean(false) && response.header(name) == null) {
                verdict.add("header " + name, "", "required", "the document requires this header", "none");
            }
        }
        Map<String, String> content = document.content(pointer);
        if (!content.isEmpty()) {
            content(content, response, verdict);
        } else if (!response.body().isEmpty()) {
            verdict.add("body", "", "content", "the document has no body here", response.body());
        }
        return verdict.violations();
    }

    private static void security(Operation operation, HttpMessage.Request request, Verdict verdict) {
        if (operation.secured()
                && operation.security().stream()
                        .noneMatch(way -> way.stream().allMatch(scheme -> satisfied(scheme, request)))) {
            verdict.add(
                    "header Authorization",
                    "",
                    "security",
                    "the document requires one of its security schemes",
                    String.valueOf(request.header("Authorization")));
        }
    }

    private static boolean satisfied(JsonNode scheme, HttpMessage.Request request) {
        if (scheme.path("type").asString().equals("http")) {
            String expected = "(?i)" + scheme.path("scheme").asString() + "(?-i) +\\S+";
            return String.valueOf(request.header("Authorization")).matches(expected);
        }
        boolean header = scheme.path("in").asString().equals("header");
        return !header || request.header(scheme.path("name").asString()) != null;
    }

    private void content(Map<String, String> content, HttpMessage message, Verdict verdict) {
        String header = message.header("Content-Type");
        String mediaType = header == null ? "" : header.replaceAll("\\s*;.*", "");
        String schema = content.entrySet().stream()
                .filter(entry -> covers(entry.getKey(), mediaType))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (schema == null) {
            String expected = String.join(" or ", content.keySet());
            verdict.add("body", "", "content", "expected the media type " + expected, "'" + mediaType + "'");
        } else if (document.at(schema).isMissingNode() || !isJson(mediaType)) {
            return;
        } else {
            if (header.matches("(?i).*;\\s*charset=(?!\"?utf-8\"?\\s*(;.*)?$).*")) {
                verdict.add("body", "", "content", "expected JSON in UTF-8, as it always is", header);
            }
            JsonNode value;
            try {
                value = JSON.readTree(message.body());
            } catch (JacksonException e) {
                verdict.add("body", "", "JSON", "no JSON: " + e.getOriginalMessage(), message.body());
                return;
            }
            verdict.add("body", value(schema, value));
        }
    }

    /** Whether a media type or a range of them, as the document has it, is of the type of a message. */
    private static boolean covers(String documented, String mediaType) {
        String range = documented.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
        String type = mediaType.toLowerCase(Locale.ROOT);
        return range.equals(type)
                || range.equals("*/*")
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    /** Whether a media type is JSON. */
    public static boolean isJson(String mediaType) {
        return mediaType.matches("(?i)application/([^;]*\\+)?json.*");
    }

    /** What is wrong with a value by the schema at a pointer: pointers and keywords of JSON Schema. */
    public List<Error> value(String schema, JsonNode value) {
        return document.at(schema).isMissingNode() ? List.of() : schema(schema).validate(value);
    }

    private Schema schema(String pointer) {
        return schemas.computeIfAbsent(
                pointer, location -> registry.getSchema(SchemaLocation.of(BASE + "#" + location)));
    }

    /** Collects violations of one message. */
    static final class Verdict {
        private final String where;
        private final List<Violation> violations = new ArrayList<>();

        Verdict(String where) {
            this.where = where;
        }

        void add(String in, String pointer, String keyword, String message, @Nullable String value) {
            violations.add(new Violation(where, in, pointer, keyword, message, String.valueOf(value)));
        }

        void add(String in, List<Error> errors) {
            for (Error error : errors) {
                String pointer = String.valueOf(error.getInstanceLocation());
                add(in, pointer, error.getKeyword(), error.getMessage(), TruncatedJson.of(error.getInstanceNode()));
            }
        }

        List<Violation> whole(String keyword, String message, String value) {
            add("message", "", keyword, message, value);
            return violations();
        }

        List<Violation> violations() {
            return List.copyOf(violations);
        }
    }
}
