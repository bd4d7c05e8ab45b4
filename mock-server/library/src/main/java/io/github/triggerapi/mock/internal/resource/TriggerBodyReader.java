package io.github.triggerapi.mock.internal.resource;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.mock.internal.engine.RunRequest;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.run.Run;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request to trigger a task. A member that the OpenAPI document does not list, or whose type
 * Trigger.dev does not know, has no effect. So it reads what any revision of the spec allows. By the rules of Trigger.dev,
 * options that only its SDK sends have their effect, too.
 */
final class TriggerBodyReader {
    private static final JsonPointer PAYLOAD = JsonPointer.compile("/payload");
    private static final JsonPointer CONTEXT = JsonPointer.compile("/context");
    private static final JsonPointer OPTIONS = JsonPointer.compile("/options");
    private static final JsonPointer QUEUE = JsonPointer.compile("/options/queue");
    private static final JsonPointer QUEUE_NAME = JsonPointer.compile("/options/queue/name");
    private static final JsonPointer CONCURRENCY_LIMIT = JsonPointer.compile("/options/queue/concurrencyLimit");
    private static final JsonPointer CONCURRENCY_KEY = JsonPointer.compile("/options/concurrencyKey");
    private static final JsonPointer IDEMPOTENCY_KEY = JsonPointer.compile("/options/idempotencyKey");
    private static final JsonPointer DELAY = JsonPointer.compile("/options/delay");
    private static final JsonPointer TTL = JsonPointer.compile("/options/ttl");
    private static final JsonPointer METADATA = JsonPointer.compile("/options/metadata");
    private static final JsonPointer TEST = JsonPointer.compile("/options/test");
    private static final JsonPointer PARENT = JsonPointer.compile("/options/parentRunId");
    private static final JsonPointer GIVEN_KEY = JsonPointer.compile("/options/idempotencyKeyOptions/key");
    private static final JsonPointer TAGS = JsonPointer.compile("/options/tags");
    private static final JsonPointer KEY_TTL = JsonPointer.compile("/options/idempotencyKeyTTL");
    private static final JsonPointer PAYLOAD_TYPE = JsonPointer.compile("/options/payloadType");

    /** Options that the TypeScript SDK sends, whether the spec lists them or not. */
    private static final Set<JsonPointer> OF_SDK = Set.of(METADATA, TEST, PARENT, GIVEN_KEY, KEY_TTL, PAYLOAD_TYPE);

    private static final BigDecimal MAX_LIMIT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final ResourceContext context;
    private final Set<JsonPointer> listed;
    private final TagLimits tags;

    TriggerBodyReader(ResourceContext context, DocumentedOperation operation) {
        this.context = context;
        this.listed = Stream.of(
                        PAYLOAD,
                        CONTEXT,
                        OPTIONS,
                        QUEUE,
                        QUEUE_NAME,
                        CONCURRENCY_LIMIT,
                        CONCURRENCY_KEY,
                        IDEMPOTENCY_KEY,
                        DELAY,
                        TTL,
                        METADATA,
                        TEST,
                        PARENT,
                        GIVEN_KEY,
                        KEY_TTL,
                        PAYLOAD_TYPE,
                        TAGS)
                .filter(member ->
                        operation.lists(member) || context.rules() == RequestRules.SERVICE && OF_SDK.contains(member))
                .collect(Collectors.toUnmodifiableSet());
        this.tags =
                new TagLimits(context.rules(), operation.limits(TAGS, "maxItems"), operation.limits(TAGS, "maxLength"));
    }

    /**
     * Adds the values of a body to a request.
     *
     * @param findByKey finds the run with an idempotency key
     * @throws RejectedRequestException if the rules of the server forbid a value
     */
    void read(JsonNode body, RunRequest request, Function<String, Optional<Run>> findByKey) {
        request.payload(present(Packets.parsed(value(body, PAYLOAD), text(value(body, PAYLOAD_TYPE)))))
                .context(present(value(body, CONTEXT)));
        JsonNode options = value(body, OPTIONS);
        if (!options.isObject()) {
            return;
        }
        String key = text(value(body, IDEMPOTENCY_KEY));
        request.options(options)
                .concurrencyKey(text(value(body, CONCURRENCY_KEY)))
                .idempotencyKey(key)
                .givenIdempotencyKey(text(value(body, GIVEN_KEY)))
                .metadata(metadata(value(body, METADATA)))
                .test(value(body, TEST).asBoolean())
                .parentRunId(text(value(body, PARENT)))
                .tags(tags.checked(strings(value(body, TAGS))));
        if (value(body, QUEUE).isObject()) {
            request.queue(text(value(body, QUEUE_NAME)), limit(value(body, CONCURRENCY_LIMIT)));
        }
        String delay = text(value(body, DELAY));
        if (delay != null) {
            request.delayUntil(time(
                    "delay",
                    () -> TimeParser.delay(delay, context.engine().clock().now()),
                    () -> exists(key, findByKey)));
        }
        Duration keyLife = time("idempotencyKeyTTL", () -> duration(value(body, KEY_TTL)), () -> false);
        if (keyLife != null) {
            request.idempotencyLife(keyLife);
        }
        JsonNode ttl = value(body, TTL);
        request.ttl(time("ttl", () -> ttl(ttl), () -> exists(key, findByKey)));
    }

    /** Returns metadata, which clients also send as a string of JSON; null if they are no object. */
    private static @Nullable JsonNode metadata(JsonNode value) {
        JsonNode metadata = Packets.parsed(value, "application/json");
        return metadata.isObject() ? metadata : null;
    }

    private JsonNode value(JsonNode body, JsonPointer member) {
        return listed.contains(member) ? body.at(member) : MissingNode.getInstance();
    }

    private static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() ? null : value;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : null;
    }

    private static List<String> strings(JsonNode oneOrMore) {
        List<String> strings = new ArrayList<>();
        for (JsonNode value : oneOrMore.isArray() ? oneOrMore : List.of(oneOrMore)) {
            String text = text(value);
            if (text != null) {
                strings.add(text);
            }
        }
        return strings;
    }

    /** Returns a limit; a negative one is ignored. */
    private static @Nullable Integer limit(JsonNode value) {
        return value.isNumber() && value.decimalValue().signum() >= 0
                ? (Integer) value.decimalValue().min(MAX_LIMIT).intValue()
                : null;
    }

    private @Nullable Duration ttl(JsonNode textOrSeconds) {
        Duration duration = duration(textOrSeconds);
        if (context.rules() == RequestRules.DOCUMENT && Duration.ZERO.equals(duration)) {
            throw new IllegalArgumentException("must be a second or more, not " + textOrSeconds);
        }
        return duration;
    }

    private static @Nullable Duration duration(JsonNode textOrSeconds) {
        if (textOrSeconds.isNumber()) {
            return TimeParser.seconds(textOrSeconds.decimalValue());
        }
        return textOrSeconds.isTextual() ? TimeParser.duration(textOrSeconds.asText()) : null;
    }

    /** Returns whether a run has the key. The response is that run then, even if the delay is in the past meanwhile. */
    private static boolean exists(@Nullable String key, Function<String, Optional<Run>> findByKey) {
        return key != null && findByKey.apply(key).isPresent();
    }

    /**
     * Returns a time. One that the schema allows but that cannot be parsed is rejected, or ignored as Trigger.dev does.
     */
    private <T> @Nullable T time(String option, Supplier<@Nullable T> time, BooleanSupplier exists) {
        try {
            return time.get();
        } catch (IllegalArgumentException e) {
            if (context.rules() == RequestRules.DOCUMENT && !exists.getAsBoolean()) {
                throw new RejectedRequestException(
                        400, "Validation error: " + e.getMessage() + " at \"options." + option + "\"");
            }
            return null;
        }
    }
}
