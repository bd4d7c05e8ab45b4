package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.Behaviour.Settings;
import io.github.triggerapi.mock.run.RunRequest;
import io.github.triggerapi.mock.run.RunTimes;
import io.github.triggerapi.server.model.QueueOptions;
import io.github.triggerapi.server.model.TTL;
import io.github.triggerapi.server.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.server.model.TriggerTaskRequestBodyOptionsTags;
import jakarta.ws.rs.BadRequestException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the options of a request for a run. */
final class TriggerOptions {
    private final Settings settings;

    TriggerOptions(Settings settings) {
        this.settings = settings;
    }

    void read(TriggerTaskRequestBodyOptions options, RunRequest.Builder request) {
        request.options(options)
                .concurrencyKey(options.concurrencyKey())
                .idempotencyKey(options.idempotencyKey())
                .tags(tags(options.tags()));
        QueueOptions queue = options.queue();
        if (queue != null) {
            Long limit = queue.concurrencyLimit();
            request.queue(queue.name(), limit == null ? null : (int) Math.min(limit, Integer.MAX_VALUE));
        }
        String delay = options.delay();
        if (delay != null) {
            request.delayUntil(read(
                    "delay",
                    () -> RunTimes.delay(delay, settings.engine().clock().now())));
        }
        TTL ttl = options.ttl();
        if (ttl != null) {
            request.ttl(read("ttl", () -> ttl(ttl)));
        }
    }

    private static List<String> tags(@Nullable TriggerTaskRequestBodyOptionsTags tags) {
        if (tags == null) {
            return List.of();
        }
        return switch (tags.kind()) {
            case ARRAY -> tags.asArray();
            case STRING -> List.of(tags.asString());
            default -> List.of();
        };
    }

    private static @Nullable Duration ttl(TTL ttl) {
        return switch (ttl.kind()) {
            case STRING -> RunTimes.duration(ttl.asString());
            case NUMBER -> RunTimes.seconds(ttl.asNumber());
            default -> null;
        };
    }

    /** What the document allows and yet says nothing is refused, or passed over as the service does. */
    private <T> @Nullable T read(String option, Supplier<@Nullable T> time) {
        try {
            return time.get();
        } catch (IllegalArgumentException e) {
            if (settings.refusesUnreadableTimes()) {
                throw new BadRequestException("Validation error: " + e.getMessage() + " at \"options." + option + "\"");
            }
            return null;
        }
    }
}
