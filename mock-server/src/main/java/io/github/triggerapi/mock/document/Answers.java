package io.github.triggerapi.mock.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.document.Responses.Content;
import io.github.triggerapi.mock.message.Answer;
import io.github.triggerapi.mock.message.Json;
import io.github.triggerapi.mock.message.MediaTypes;
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
public final class Answers {
    private static final Logger LOGGER = System.getLogger(Answers.class.getName());

    /** Those of a request that is not as the document says; others are for limits of the mock itself. */
    private static final Set<Integer> FOR_BAD_REQUESTS = Set.of(400, 415, 422);

    private final Samples samples;
    private final Map<String, Answer> successes = new ConcurrentHashMap<>();
    private final Map<String, ErrorBody> errors = new ConcurrentHashMap<>();

    public Answers(Document document) {
        samples = new Samples(document);
    }

    /**
     * The documented success of an operation.
     *
     * @param mediaType the one that is wanted, null for any
     */
    public Answer success(Operation operation, @Nullable String mediaType) {
        int status = operation.responses().success();
        Content content = operation.responses().of(status);
        if (content == null || content.pointers().isEmpty()) {
            return Answer.of(status, null, new byte[0]);
        }
        String type = mediaType != null && content.pointers().containsKey(mediaType)
                ? mediaType
                : content.pointers().keySet().iterator().next();
        String pointer = String.valueOf(content.pointers().get(type));
        // One description may serve under several statuses.
        return successes.computeIfAbsent(
                status + " " + type + " " + pointer, key -> success(status, MediaTypes.concrete(type), pointer));
    }

    private Answer success(int status, String mediaType, String pointer) {
        Optional<JsonNode> sample = samples.of(pointer);
        if (sample.isEmpty()) {
            String text = "No valid answer could be made from " + pointer;
            LOGGER.log(Level.ERROR, text);
            return Answer.error(500, text);
        }
        JsonNode value = sample.get();
        boolean plain = !MediaTypes.isJson(mediaType) && value.isTextual();
        return Answer.of(
                status, mediaType, plain ? value.asText().getBytes(StandardCharsets.UTF_8) : Json.write(value));
    }

    /**
     * An error in the form that the document has for it.
     *
     * <p>A bad request gets 400, 415 or 422, whichever of them the operation has, and a bad key 401 or 403. Where it
     * has none of them the document leaves the answer open: then the status stays what it is, with a body of
     * {@code {"error": text}}.
     */
    public Answer error(Operation operation, int status, String text) {
        Responses responses = operation.responses();
        int documented = alternatives(status).filter(responses::has).findFirst().orElse(status);
        Content content = responses.of(documented);
        if (content == null) {
            return Answer.error(documented, text);
        }
        String type = content.pointers().keySet().stream()
                .filter(MediaTypes::isJson)
                .findFirst()
                .orElse(content.pointers().keySet().stream().findFirst().orElse(null));
        if (type == null) {
            return Answer.of(documented, null, new byte[0]);
        }
        String pointer = String.valueOf(content.pointers().get(type));
        byte[] body = MediaTypes.isJson(type)
                ? errors.computeIfAbsent(pointer, at -> ErrorBody.of(samples, at))
                        .with(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return Answer.of(documented, MediaTypes.concrete(type), body);
    }

    private static IntStream alternatives(int status) {
        if (FOR_BAD_REQUESTS.contains(status)) {
            return IntStream.of(status, 400, 422);
        }
        return status == 401 ? IntStream.of(401, 403) : IntStream.of(status);
    }
}
