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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes answers from the document alone: what an operation answers to a good request, and to a bad one. */
public final class DocumentedResponses {
    private static final Logger LOGGER = System.getLogger(DocumentedResponses.class.getName());

    /** Those of a request that is not as the document says; others are for limits of the mock itself. */
    private static final Set<Integer> FOR_BAD_REQUESTS = Set.of(400, 415, 422);

    private final Document document;
    private final ExampleBodies samples;
    private final Map<Success, MockResponse> successes = new ConcurrentHashMap<>();
    private final Map<Success, Optional<SuccessBody>> bodies = new ConcurrentHashMap<>();
    private final Map<String, ErrorBody> errors = new ConcurrentHashMap<>();

    /** One description may serve under several statuses. */
    private record Success(int status, String mediaType, String pointer) {}

    public DocumentedResponses(Document document) {
        this.document = document;
        samples = new ExampleBodies(document);
    }

    /** The document that they are made from. */
    public Document document() {
        return document;
    }

    /**
     * The documented success of an operation.
     *
     * @param mediaType the one that is wanted, null for any
     */
    public MockResponse success(Operation operation, @Nullable String mediaType) {
        Success success = described(operation, mediaType);
        return success == null
                ? MockResponse.of(operation.responses().success(), null, new byte[0])
                : successes.computeIfAbsent(success, this::success);
    }

    /**
     * The documented success of an operation with members of a behaviour: those that the document lists, between others
     * that it requires. It is the same as without them where the document lists none, or where it does not accept them.
     *
     * @param mediaType the one that is wanted, null for any
     * @param members values that are accepted or not whatever the request is
     * @param all whether it gets also the members that the document does not list
     */
    public MockResponse success(Operation operation, @Nullable String mediaType, ObjectNode members, boolean all) {
        Success success = described(operation, mediaType);
        if (success == null || !MediaTypes.isJson(success.mediaType())) {
            return success(operation, mediaType);
        }
        return bodies.computeIfAbsent(success, at -> SuccessBody.of(samples, at.pointer(), members))
                .filter(body -> all || !body.listed().isEmpty())
                .map(body ->
                        MockResponse.of(success.status(), success.mediaType(), Json.write(body.with(members, all))))
                .orElseGet(() -> success(operation, mediaType));
    }

    /** The body of a success; null where it has none. */
    private static @Nullable Success described(Operation operation, @Nullable String mediaType) {
        int status = operation.responses().success();
        Content content = operation.responses().of(status);
        if (content == null || content.pointers().isEmpty()) {
            return null;
        }
        String type = mediaType != null && content.pointers().containsKey(mediaType)
                ? mediaType
                : content.pointers().keySet().iterator().next();
        return new Success(
                status,
                MediaTypes.concrete(type),
                String.valueOf(content.pointers().get(type)));
    }

    private MockResponse success(Success success) {
        Optional<JsonNode> sample = samples.of(success.pointer());
        if (sample.isEmpty()) {
            String text = "No valid response could be made from " + success.pointer();
            LOGGER.log(Level.ERROR, text);
            return MockResponse.error(500, text);
        }
        JsonNode value = sample.get();
        boolean plain = !MediaTypes.isJson(success.mediaType()) && value.isTextual();
        return MockResponse.of(
                success.status(),
                success.mediaType(),
                plain ? value.asText().getBytes(StandardCharsets.UTF_8) : Json.write(value));
    }

    /**
     * An error in the form that the document has for it.
     *
     * <p>A bad request gets 400, 415 or 422, whichever of them the operation has, and a bad key 401 or 403. Where it
     * has none of them the document leaves the answer open: then the status stays what it is, with a body of
     * {@code {"error": text}}.
     */
    public MockResponse error(Operation operation, int status, String text) {
        Responses responses = operation.responses();
        int documented = alternatives(status).filter(responses::has).findFirst().orElse(status);
        Content content = responses.of(documented);
        if (content == null) {
            return MockResponse.error(documented, text);
        }
        String type = content.pointers().keySet().stream()
                .filter(MediaTypes::isJson)
                .findFirst()
                .orElse(content.pointers().keySet().stream().findFirst().orElse(null));
        if (type == null) {
            return MockResponse.of(documented, null, new byte[0]);
        }
        String pointer = String.valueOf(content.pointers().get(type));
        byte[] body = MediaTypes.isJson(type)
                ? errors.computeIfAbsent(pointer, at -> ErrorBody.of(samples, at))
                        .with(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return MockResponse.of(documented, MediaTypes.concrete(type), body);
    }

    private static IntStream alternatives(int status) {
        if (FOR_BAD_REQUESTS.contains(status)) {
            return IntStream.of(status, 400, 422);
        }
        return status == 401 ? IntStream.of(401, 403) : IntStream.of(status);
    }
}
