package io.github.triggerapi.mock.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.Behaviour.Settings;
import io.github.triggerapi.mock.Rules;
import io.github.triggerapi.mock.message.Json;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunRequest;
import io.github.triggerapi.mock.run.RunTimes;
import io.github.triggerapi.server.model.TriggerTaskRequestBody;
import jakarta.ws.rs.BadRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of a request for a run. It names no types of theirs: these change from one revision of the document
 * to another, where what callers send does not.
 */
final class TriggerOptions {
    private final Settings settings;
    private final Function<String, Optional<Run>> held;

    /**
     * For a server.
     *
     * @param held gives the run that has an idempotency key
     */
    TriggerOptions(Settings settings, Function<String, Optional<Run>> held) {
        this.settings = settings;
        this.held = held;
    }

    void read(TriggerTaskRequestBody body, RunRequest.Builder request) {
        var options = body.options();
        if (options == null) {
            return;
        }
        String key = options.idempotencyKey();
        request.options(options)
                .concurrencyKey(options.concurrencyKey())
                .idempotencyKey(key)
                .tags(Tags.checked(texts(json(options.tags())), settings.rules()));
        var queue = options.queue();
        if (queue != null) {
            Number limit = queue.concurrencyLimit();
            request.queue(queue.name(), limit == null ? null : (int) Math.min(limit.longValue(), Integer.MAX_VALUE));
        }
        String delay = options.delay();
        if (delay != null) {
            request.delayUntil(read(
                    key,
                    "delay",
                    () -> RunTimes.delay(delay, settings.engine().clock().now())));
        }
        JsonNode ttl = json(options.ttl());
        request.ttl(read(key, "ttl", () -> ttl(ttl)));
    }

    private @Nullable Duration ttl(JsonNode textOrSeconds) {
        Duration duration = duration(textOrSeconds);
        if (settings.rules() == Rules.DOCUMENT && Duration.ZERO.equals(duration)) {
            throw new IllegalArgumentException("must be a second or more, not " + textOrSeconds);
        }
        return duration;
    }

    private static JsonNode json(@Nullable Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.asText());
        }
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable Duration duration(JsonNode textOrSeconds) {
        if (textOrSeconds.isNumber()) {
            return RunTimes.seconds(textOrSeconds.decimalValue());
        }
        return textOrSeconds.isTextual() ? RunTimes.duration(textOrSeconds.asText()) : null;
    }

    /** Whether a run has the key, as then it is the answer, however late: a date that was to come may be past by now. */
    private boolean isThere(@Nullable String key) {
        return key != null && held.apply(key).isPresent();
    }

    /** What the document allows and yet means nothing is refused, or passed over as the service does. */
    private <T> @Nullable T read(@Nullable String key, String option, Supplier<@Nullable T> time) {
        try {
            return time.get();
        } catch (IllegalArgumentException e) {
            if (settings.rules() == Rules.DOCUMENT && !isThere(key)) {
                throw new BadRequestException("Validation error: " + e.getMessage() + " at \"options." + option + "\"");
            }
            return null;
        }
    }
}
