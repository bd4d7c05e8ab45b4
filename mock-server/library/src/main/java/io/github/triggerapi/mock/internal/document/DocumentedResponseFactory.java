package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.document.Responses.Content;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.MediaTypes;
import io.github.triggerapi.mock.internal.message.MockResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Creates responses from the document alone: the success of an operation, and its errors. All methods are safe to call
 * from any thread.
 */
public final class DocumentedResponseFactory {
    private static final Logger LOGGER = System.getLogger(DocumentedResponseFactory.class.getName());

    /** The statuses of requests that are invalid by the document. Other statuses are for limits of the mock server. */
    private static final Set<Integer> FOR_BAD_REQUESTS = Set.of(400, 415, 422);

    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

    private final Document document;
    private final ExampleBodies examples;
    private final Map<Described, MockResponse> responses = new ConcurrentHashMap<>();
    private final Map<Described, Optional<SuccessBodyTemplate>> bodies = new ConcurrentHashMap<>();
    private final Map<String, ErrorBodyTemplate> errors = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> headers = new ConcurrentHashMap<>();

    /** A response with a body. Several statuses may share one description. */
    private record Described(int status, String mediaType, String pointer) {}

    DocumentedResponseFactory(Document document) {
        this.document = document;
        examples = new ExampleBodies(document);
    }

    public Document document() {
        return document;
    }

    /**
     * Returns the documented success response of an operation.
     *
     * @param mediaType the media type of the response, null for any
     */
    public MockResponse success(Operation operation, @Nullable String mediaType) {
        return response(operation, operation.responses().success(), mediaType);
    }

    /**
     * Returns the documented response of an operation with a status.
     *
     * @param mediaType the media type of the response, null for any
     */
    public MockResponse response(Operation operation, int status, @Nullable String mediaType) {
        Described described = described(operation, status, mediaType);
        MockResponse response = described == null
                ? MockResponse.of(status, null, new byte[0])
                : responses.computeIfAbsent(described, this::response);
        return response.status() == status ? response.with(headers(operation, status)) : response;
    }

    /**
     * Returns the documented success response of an operation with members of a resource: those that the document
     * lists, and further required ones. Without listed members, or if the schema does not accept them, it is the same
     * as without the members.
     *
     * @param mediaType the media type of the response, null for any
     * @param typical returns all members that there can be, with typical values; the same for each request
     * @param members the members; the schema must accept their values if it accepts the typical ones
     * @param all whether the body also gets members that the document does not list
     */
    public MockResponse success(
            Operation operation,
            @Nullable String mediaType,
            Supplier<ObjectNode> typical,
            ObjectNode members,
            boolean all) {
        Described success = described(operation, operation.responses().success(), mediaType);
        if (success == null || !MediaTypes.isJson(success.mediaType())) {
            return success(operation, mediaType);
        }
        return bodies.computeIfAbsent(success, at -> SuccessBodyTemplate.of(examples, at.pointer(), typical.get()))
                .filter(body -> all || !body.listed().isEmpty())
                .map(body -> MockResponse.of(success.status(), success.mediaType(), Json.write(body.with(members, all)))
                        .with(headers(operation, success.status())))
                .orElseGet(() -> success(operation, mediaType));
    }

    /** Returns the names of the members that the document lists for the success response of an operation. */
    public Set<String> successMembers(Operation operation) {
        Described success = described(operation, operation.responses().success(), null);
        return success == null ? Set.of() : examples.memberNames(success.pointer());
    }

    /** Returns the description of a response; null if it has no body. */
    private static @Nullable Described described(Operation operation, int status, @Nullable String mediaType) {
        Content content = operation.responses().of(status);
        if (content == null || content.pointers().isEmpty()) {
            return null;
        }
        String type = mediaType != null && content.pointers().containsKey(mediaType)
                ? mediaType
                : content.pointers().keySet().iterator().next();
        return new Described(
                status,
                MediaTypes.concrete(type),
                String.valueOf(content.pointers().get(type)));
    }

    private MockResponse response(Described described) {
        Optional<JsonNode> example = examples.of(described.pointer());
        if (example.isEmpty()) {
            String message = "No valid response could be made from " + described.pointer();
            LOGGER.log(Level.ERROR, message);
            return MockResponse.error(500, message);
        }
        JsonNode value = example.get();
        boolean plain = !MediaTypes.isJson(described.mediaType()) && value.isTextual();
        return MockResponse.of(
                described.status(),
                described.mediaType(),
                plain ? value.asText().getBytes(StandardCharsets.UTF_8) : Json.write(value));
    }

    /**
     * Returns an error response in the form of the document.
     *
     * <p>An invalid request gets status 400, 415 or 422, whichever the operation has, and an invalid key 401 or 403. If
     * the operation has none of them, the status is not changed, and the body is {@code {"error": message}}.
     */
    public MockResponse error(Operation operation, int status, String message) {
        Responses responses = operation.responses();
        int documented = alternatives(status).filter(responses::has).findFirst().orElse(status);
        Content content = responses.of(documented);
        if (content == null) {
            return MockResponse.error(documented, message);
        }
        String type = content.pointers().keySet().stream()
                .filter(MediaTypes::isJson)
                .findFirst()
                .orElse(content.pointers().keySet().stream().findFirst().orElse(null));
        Map<String, String> headers = headers(operation, documented);
        if (type == null) {
            return MockResponse.of(documented, null, new byte[0]).with(headers);
        }
        String pointer = String.valueOf(content.pointers().get(type));
        byte[] body = MediaTypes.isJson(type)
                ? errors.computeIfAbsent(pointer, at -> ErrorBodyTemplate.of(examples, at))
                        .with(message)
                : message.getBytes(StandardCharsets.UTF_8);
        return MockResponse.of(documented, MediaTypes.concrete(type), body).with(headers);
    }

    /** Returns valid values for the documented headers of a response. A value that no header can have is left out. */
    private Map<String, String> headers(Operation operation, int status) {
        Content content = operation.responses().of(status);
        Map<String, String> values = new LinkedHashMap<>();
        if (content != null) {
            content.headers()
                    .forEach((name, pointer) ->
                            headers.computeIfAbsent(pointer, this::header).ifPresent(value -> values.put(name, value)));
        }
        return values;
    }

    private Optional<String> header(String pointer) {
        return examples.of(pointer)
                .filter(value -> !value.isObject())
                .map(value -> value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(","))
                        : value.asText())
                .filter(value -> HEADER_VALUE.matcher(value).matches());
    }

    private static IntStream alternatives(int status) {
        if (FOR_BAD_REQUESTS.contains(status)) {
            return IntStream.of(status, 400, 422);
        }
        return status == 401 ? IntStream.of(401, 403) : IntStream.of(status);
    }
}
