package io.github.triggerapi.contract.judge;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Says whether requests and responses are what the document describes.
 *
 * <p>It reads the YAML as it is and takes its schemas as JSON Schema 2020-12. With the generator, the models and the mock
 * server it has no code in common, nor the library.
 */
public final class Judge {

    private static final String BASE = "https://document.invalid/trigger-api.yaml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * A judge.
     *
     * @param yaml the document
     */
    public Judge(String yaml) {
        this.document = YAMLMapper.shared().readTree(yaml);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, yaml)));
    }

    /**
     * What is wrong with a request: a line for each fault, with method, path, pointer, keyword and value.
     *
     * @param path the path as sent, without the query
     * @param body the text of the body; empty where there is none
     */
    public List<String> request(String method, String path, @Nullable String contentType, String body) {
        String operation = operation(method, path);
        String where = method + " " + path + " request";
        if (operation == null) {
            return List.of(where + ": the document has no such operation");
        }
        String requestBody = target(operation + "/requestBody");
        if (at(requestBody).isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(where + ": a body, where the document has none");
        }
        if (body.isEmpty()) {
            boolean required = at(requestBody + "/required").asBoolean(false);
            return required ? List.of(where + ": no body, where the document requires one") : List.of();
        }
        return content(requestBody + "/content", contentType, body, where);
    }

    /**
     * What is wrong with a response.
     *
     * @param path the path of the request, as sent, without the query
     * @param body the text of the body; empty where there is none
     */
    public List<String> response(String method, String path, int status, @Nullable String contentType, String body) {
        String operation = operation(method, path);
        String where = method + " " + path + " answer " + status;
        if (operation == null) {
            return List.of(where + ": the document has no such operation");
        }
        String found = null;
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            if (found == null && !at(operation + "/responses/" + key).isMissingNode()) {
                found = target(operation + "/responses/" + key);
            }
        }
        if (found == null) {
            return List.of(where + ": the document has no such status, only "
                    + String.join(", ", at(operation + "/responses").propertyNames()));
        }
        if (at(found + "/content").isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(where + ": a body, where the document has none");
        }
        return content(found + "/content", contentType, body, where);
    }

    private List<String> content(String pointer, @Nullable String contentType, String body, String where) {
        String mediaType = contentType == null ? "" : contentType.replaceAll("\\s*;.*", "");
        String content = pointer + "/" + escape(mediaType);
        if (at(content).isMissingNode()) {
            return List.of(where + ": the media type is '" + mediaType + "', the document has "
                    + String.join(", ", at(pointer).propertyNames()));
        }
        if (at(content + "/schema").isMissingNode()) {
            return List.of();
        }
        JsonNode value;
        try {
            value = json.readTree(body);
        } catch (JacksonException e) {
            return List.of(where + ": no JSON: " + e.getOriginalMessage());
        }
        Schema schema = schemas.computeIfAbsent(
                content + "/schema", location -> registry.getSchema(SchemaLocation.of(BASE + "#" + location)));
        return schema.validate(value).stream().map(error -> where + line(error)).toList();
    }

    private static String line(Error error) {
        String value = String.valueOf(error.getInstanceNode());
        return " at '" + error.getInstanceLocation() + "': " + error.getKeyword() + ": " + error.getMessage()
                + ", found " + (value.length() > 100 ? value.substring(0, 100) + "…" : value);
    }

    /** The pointer of the operation that a request is for; paths without placeholders come first, as OpenAPI has it. */
    private @Nullable String operation(String method, String path) {
        List<String> templates = new ArrayList<>(at("/paths").propertyNames());
        templates.sort((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")));
        for (String template : templates) {
            String regex = PLACEHOLDER
                    .splitAsStream(template + "\0")
                    .map(part -> Pattern.quote(part.replace("\0", "")))
                    .collect(Collectors.joining("[^/]+"));
            String pointer = "/paths/" + escape(template) + "/" + method.toLowerCase(Locale.ROOT);
            if (path.matches(regex) && !at(pointer).isMissingNode()) {
                return pointer;
            }
        }
        return null;
    }

    /** Follows references. */
    private String target(String pointer) {
        JsonNode reference = at(pointer + "/$ref");
        return reference.isMissingNode() ? pointer : target(reference.asString().substring(1));
    }

    private JsonNode at(String pointer) {
        return Objects.requireNonNull(document.at(pointer));
    }

    private static String escape(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
