package io.github.triggerapi.mock.control;

import io.github.triggerapi.mock.control.model.QueueLimit;
import io.github.triggerapi.mock.control.model.RequestKeyInfo;
import io.github.triggerapi.mock.control.model.RunInfo;
import io.github.triggerapi.mock.control.model.ServerState;
import io.github.triggerapi.mock.run.QueueKey;
import io.github.triggerapi.mock.run.StoreState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a store keeps as the document of control has it, and back. */
final class States {
    private static final long FORMAT = 1;

    private States() {}

    static ServerState of(StoreState state, Instant now) {
        return ServerState.builder()
                .format(FORMAT)
                .time(now.atOffset(ZoneOffset.UTC))
                .runs(state.runs().stream().map(RunViews::of).toList())
                .limits(state.limits().entrySet().stream()
                        .map(limit -> QueueLimit.builder()
                                .environment(limit.getKey().environment())
                                .queue(limit.getKey().queue())
                                .limit(limit.getValue())
                                .build())
                        .toList())
                .requestKeys(state.requests().stream().map(States::requestKey).toList())
                .build();
    }

    private static RequestKeyInfo requestKey(StoreState.RequestKey key) {
        return RequestKeyInfo.builder()
                .environment(key.environment())
                .task(key.task())
                .key(key.value())
                .run(key.run())
                .expiresAt(key.expiresAt().atOffset(ZoneOffset.UTC))
                .build();
    }

    /** @throws IllegalArgumentException where two runs have one id or number */
    static StoreState state(ServerState state) {
        StoreState.Builder kept = StoreState.builder();
        requireUnique("id", state.runs().stream().map(RunInfo::id).toList());
        requireUnique("number", state.runs().stream().map(RunInfo::number).toList());
        state.runs().forEach(run -> kept.run(RunViews.run(run)));
        state.limits()
                .forEach(limit -> kept.limit(
                        QueueKey.of(limit.environment(), limit.queue()),
                        limit.limit().intValue()));
        state.requestKeys()
                .forEach(key -> kept.request(
                        key.environment(),
                        key.task(),
                        key.key(),
                        key.run(),
                        key.expiresAt().toInstant()));
        return kept.build();
    }

    private static void requireUnique(String member, List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                throw new IllegalArgumentException(
                        "must be another one for each run at \"runs[%d].%s\"".formatted(i, member));
            }
        }
    }
}
