package io.github.triggerapi.mock.behaviour;

import io.github.triggerapi.mock.behaviour.Runs.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What requests were answered, by the key that all tries of one request have in common. */
final class RecentRequests {
    /** How long a request is remembered, from its first try on. */
    static final Duration LIFE = Duration.ofHours(24);

    /** How many requests are remembered, some 25 MB with keys that are UUIDs; the oldest give way. */
    static final int LIMIT = 100_000;

    private final InstantSource clock;

    /** In the order of their first tries. */
    private final Map<Key, Answered> requests = new LinkedHashMap<>();

    RecentRequests(InstantSource clock) {
        this.clock = clock;
    }

    /** What the request was answered before; the first time, what is given. */
    synchronized String answer(Key key, Supplier<String> first) {
        Instant now = clock.instant();
        forget(now.minus(LIFE));
        return requests.computeIfAbsent(key, unknown -> new Answered(first.get(), now))
                .id();
    }

    private void forget(Instant until) {
        Iterator<Answered> oldest = requests.values().iterator();
        while (oldest.hasNext() && (!oldest.next().at().isAfter(until) || requests.size() > LIMIT)) {
            oldest.remove();
        }
    }

    private record Answered(String id, Instant at) {}
}
