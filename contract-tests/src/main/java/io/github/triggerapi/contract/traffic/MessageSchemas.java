package io.github.triggerapi.contract.traffic;

import com.networknt.schema.Error;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.OpenApiDocument;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Parameter;
import io.github.triggerapi.contract.judge.ParameterForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Schemas that describe whole requests and responses of an operation as JSON objects.
 *
 * <p>A request has a member for each parameter, such as {@code path taskIdentifier}, and {@link #BODY} followed
 * by the media type. A response has {@link #STATUS} and its body.
 */
public final class MessageSchemas {

    static final String BODY = "body ";
    static final String STATUS = "status";
    static final String HEADER = "header ";

    private static final Set<String> SET_BY_SERVER =
            Set.of("connection", "content-encoding", "content-length", "date", "transfer-encoding");

    /** JAX-RS resolves relative URLs, and rejects invalid ones. */
    private static final String LOCATION = "https://api.example.com/things/1";

    /** Marks the schema of a whole message, which cannot have additional members. */
    static final String MESSAGE = "x-message";

    /** A secret key that is accepted as a bearer token. */
    public static final String KEY = "tr_dev_1234";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Judge judge;
    private final OpenApiDocument document;

    MessageSchemas(Judge judge) {
        this.judge = judge;
        this.document = judge.document();
    }

    /** Returns the schema of all requests for an operation. */
    ObjectNode requests(Operation operation) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode alternatives = schema.putArray("oneOf");
        if (operation.bodies().isEmpty() || !operation.bodyRequired() && !hasForm(operation)) {
            alternatives.add(message(operation.parameters()));
        }
        operation.bodies().forEach((mediaType, body) -> {
            if (isSent(mediaType, body)) {
                ObjectNode one = message(operation.parameters());
                addBody(one, mediaType, body);
                alternatives.add(one);
            }
        });
        return schema;
    }

    /** Returns what is not sent, with the reason. */
    List<String> notes(Operation operation) {
        List<String> notes = new ArrayList<>();
        if (!operation.bodyRequired() && hasForm(operation)) {
            notes.add(
                    "not sent: requests without a body, as JAX-RS reads forms only from requests with their media type");
        }
        operation.bodies().forEach((mediaType, body) -> {
            if (!isSent(mediaType, body)) {
                notes.add("not sent: bodies of the type " + mediaType + ", which "
                        + (mediaType.equals(Judge.FORM)
                                ? "have an encoding, or members that are objects"
                                : "are not a single value"));
            }
        });
        operation
                .responses()
                .forEach((status, pointer) -> document.content(pointer).keySet().stream()
                        .skip(1)
                        .forEach(mediaType -> notes.add("not sent: responses " + status + " of the type " + mediaType
                                + ", as only the first media type is sent")));
        return notes;
    }

    private static boolean hasForm(Operation operation) {
        return operation.bodies().containsKey(Judge.FORM);
    }

    private boolean isSent(String mediaType, String schema) {
        return mediaType.equals(Judge.FORM) ? judge.readsForm(schema) : !mediaType.startsWith("multipart/");
    }

    /** Returns the schema of all documented responses of an operation. */
    ObjectNode responses(Operation operation) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode alternatives = schema.putArray("oneOf");
        operation.responses().forEach((key, pointer) -> alternatives.add(response(status(key), pointer)));
        if (operation.onlyDefaultSucceeds()) {
            alternatives.add(response(200, operation.responses().get("default")));
        }
        return schema;
    }

    /** Returns the headers of a response that are sent: those that the server does not set, and whose values are no objects. */
    private List<Parameter> headers(String response) {
        return document.headers(response).stream()
                .filter(header -> !SET_BY_SERVER.contains(header.name().toLowerCase(Locale.ROOT)))
                .filter(header -> !document.at(header.schema()).isMissingNode())
                .filter(header -> !document.at(document.target(header.schema()))
                        .path("type")
                        .asString("")
                        .equals("object"))
                .toList();
    }

    private ObjectNode response(int status, String pointer) {
        List<Parameter> headers = headers(pointer);
        ObjectNode schema = message(headers);
        headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Location"))
                .forEach(location -> schema.withObject("properties")
                        .putObject(location.label())
                        .put("const", LOCATION));
        schema.withObject("properties").putObject(STATUS).put("const", status);
        schema.withArray("required").add(STATUS);
        if (hasBody(status)) {
            document.content(pointer).entrySet().stream()
                    .findFirst()
                    .ifPresent(body -> addBody(schema, body.getKey(), body.getValue()));
        }
        return schema;
    }

    /** Returns what HTTP does not allow in the responses of an operation. */
    List<String> faults(Operation operation) {
        return operation.responses().entrySet().stream()
                .filter(response -> !hasBody(status(response.getKey()))
                        && !document.content(response.getValue()).isEmpty())
                .map(response ->
                        "#" + response.getValue() + "/content: HTTP allows no body in a response " + response.getKey())
                .toList();
    }

    /** Returns whether responses with a status may have a body in HTTP. */
    private static boolean hasBody(int status) {
        return status != 204 && status != 304;
    }

    /** Returns a status for a key of the responses. */
    static int status(String key) {
        return key.equals("default")
                ? 599
                : Integer.parseInt(key.toUpperCase(Locale.ROOT).replace("XX", "99"));
    }

    private ObjectNode message(List<Parameter> parameters) {
        ObjectNode schema = NODES.objectNode()
                .put("type", "object")
                .put("additionalProperties", false)
                .put(MESSAGE, true);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Parameter parameter : parameters) {
            ObjectNode property = properties.putObject(parameter.label());
            property.put(StringValues.LOCATION, StringValues.of(parameter).name());
            if (document.at(parameter.schema()).isMissingNode()) {
                if (parameter.form() != ParameterForm.JSON) {
                    property.put("type", "string");
                }
            } else {
                property.put("$ref", "#" + parameter.schema());
                addExamples(property, parameter.pointer());
            }
            if (parameter.required()) {
                required.add(parameter.label());
            }
        }
        return schema;
    }

    private void addBody(ObjectNode message, String mediaType, String schema) {
        ObjectNode body = message.withObject("properties").putObject(BODY + mediaType);
        if (mediaType.equals(Judge.FORM)) {
            body.put("$ref", "#" + schema).put(StringValues.LOCATION, StringValues.QUERY.name());
        } else if (Judge.isJson(mediaType)) {
            body.put("$ref", "#" + schema);
            addExamples(body, schema.substring(0, schema.length() - "/schema".length()));
        } else {
            body.put("type", "string").put("minLength", 1).put(StringValues.LOCATION, StringValues.TEXT.name());
        }
        message.withArray("required").add(BODY + mediaType);
    }

    /** Validates the parts of a message. */
    List<Error> errors(Operation operation, ObjectNode message) {
        List<Error> errors = new ArrayList<>();
        List<Parameter> parameters = message.has(STATUS)
                ? document.headers(operation
                        .responses()
                        .get(operation.documented(message.get(STATUS).asInt())))
                : operation.parameters();
        for (Parameter parameter : parameters) {
            if (message.has(parameter.label())) {
                errors.addAll(judge.value(parameter.schema(), message.get(parameter.label())));
            }
        }
        String mediaType = mediaType(message);
        String schema = message.has(STATUS)
                ? document.content(operation
                                .responses()
                                .get(operation.documented(message.get(STATUS).asInt())))
                        .get(mediaType)
                : operation.bodies().get(mediaType);
        if (schema != null && (Judge.isJson(mediaType) || mediaType.equals(Judge.FORM))) {
            errors.addAll(judge.value(schema, body(message)));
        }
        return errors;
    }

    /** Adds the examples next to a schema. */
    private void addExamples(ObjectNode property, String owner) {
        ArrayNode examples = property.putArray("examples");
        if (document.at(owner).has("example")) {
            examples.add(document.at(owner).get("example"));
        }
        for (String name : document.at(owner).path("examples").propertyNames()) {
            examples.add(document.at(document.target(OpenApiDocument.child(owner + "/examples", name)))
                    .path("value"));
        }
    }

    /** Returns the media type of the body of a message; empty if there is none. */
    static String mediaType(ObjectNode message) {
        return message.propertyNames().stream()
                .filter(name -> name.startsWith(BODY))
                .map(name -> name.substring(BODY.length()))
                .findFirst()
                .orElse("");
    }

    /** Returns the text of a raw body: JSON, or a string as it is. */
    static String text(JsonNode body, String mediaType) {
        return Judge.isJson(mediaType) ? body.toString() : body.asString();
    }

    /** Returns the raw body with a text. */
    static JsonNode raw(String text, String mediaType) {
        try {
            return Judge.isJson(mediaType) ? Judge.JSON.readTree(text) : StringNode.valueOf(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    /** Returns the body of a message; a missing node if there is none. */
    static JsonNode body(ObjectNode message) {
        return message.path(BODY + mediaType(message));
    }
}
