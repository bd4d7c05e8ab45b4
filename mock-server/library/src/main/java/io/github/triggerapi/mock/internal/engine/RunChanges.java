package io.github.triggerapi.mock.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.mock.internal.clock.EngineClock;
import io.github.triggerapi.mock.internal.engine.RunChangeException.Reason;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Changes runs as callers ask for. Each change is made to the latest version of the run, also if others change it at the same
 * time. All methods are safe to call from any thread.
 */
public final class RunChanges {
    /** How many tags a run may have. */
    public static final int MAX_TAGS = 10;

    /** How many bytes the metadata of a run may have as JSON. */
    public static final int MAX_METADATA_BYTES = 256 * 1024;

    /** How long after its end the metadata of a run may be changed. */
    public static final Duration METADATA_LIFE = Duration.ofHours(1);

    /** The error of canceled runs. */
    private static final String CANCELED = "Canceled by user";

    /** More attempts than threads change the same run; an entry of another program could fail forever. */
    private static final int ATTEMPTS = 1000;

    private final RunStore store;
    private final EngineClock clock;
    private final BiConsumer<Run, Run> afterwards;

    /** @param afterwards is called after each change, with the run before and after it */
    RunChanges(RunStore store, EngineClock clock, BiConsumer<Run, Run> afterwards) {
        this.store = store;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /**
     * Cancels a run, and the runs that it triggered. A handler that executes one of them is interrupted, and its result is
     * discarded. A finished run is not changed.
     *
     * @return the run, empty if there is none with this id
     */
    public Optional<Run> cancel(String id) {
        Optional<Run> canceled = change(id, this::canceled);
        canceled.filter(run -> run.status() == RunStatus.CANCELED).ifPresent(this::cancelDescendants);
        return canceled;
    }

    private void cancelDescendants(Run ancestor) {
        RunFilter unfinished = RunFilter.builder()
                .root(ancestor.rootRunId() == null ? ancestor.id() : ancestor.rootRunId())
                .status(RunStatus.DELAYED, RunStatus.QUEUED, RunStatus.EXECUTING)
                .build();
        Set<String> parents = new HashSet<>(Set.of(ancestor.id()));
        // A run is created after its parent.
        for (Run run : store.list(unfinished, String.valueOf(ancestor.number()), Integer.MAX_VALUE)
                .runs()) {
            if (parents.contains(run.parentRunId())) {
                change(run.id(), this::canceled).ifPresent(child -> parents.add(child.id()));
            }
        }
    }

    private Run canceled(Run run) {
        if (run.status().isFinished()) {
            return run;
        }
        Instant now = clock.now();
        return run.toBuilder()
                .status(RunStatus.CANCELED)
                .error(CANCELED)
                .outputJson(null)
                .finalStatus(null)
                .finishedAt(now)
                .updatedAt(now)
                .dueAt(null)
                .build();
    }

    /**
     * Sets when the delay of a run ends.
     *
     * @param until at once if it is not in the future
     * @return the run, empty if there is none with this id
     * @throws RunChangeException if it is not delayed
     */
    public Optional<Run> reschedule(String id, Instant until) {
        return change(id, run -> {
            if (run.status() != RunStatus.DELAYED) {
                throw new RunChangeException(Reason.NOT_DELAYED, "The run is not delayed: " + run.status());
            }
            return run.toBuilder()
                    .delayUntil(until)
                    .dueAt(until)
                    .updatedAt(clock.now())
                    .build();
        });
    }

    /**
     * Adds tags to a run, except those that it has.
     *
     * @return how many were added, empty if there is no run with this id
     * @throws RunChangeException if it would have more than {@link #MAX_TAGS}
     */
    public OptionalInt addTags(String id, List<String> tags) {
        int[] added = new int[1];
        Optional<Run> changed = change(id, run -> {
            Set<String> all = new LinkedHashSet<>(run.tags());
            all.addAll(tags);
            added[0] = all.size() - new LinkedHashSet<>(run.tags()).size();
            if (added[0] == 0) {
                return run;
            }
            if (all.size() > MAX_TAGS) {
                throw new RunChangeException(
                        Reason.TOO_MANY_TAGS,
                        "Runs can only have %d tags, and this one would have %d".formatted(MAX_TAGS, all.size()));
            }
            return run.toBuilder().tags(List.copyOf(all)).updatedAt(clock.now()).build();
        });
        return changed.isPresent() ? OptionalInt.of(added[0]) : OptionalInt.empty();
    }

    /**
     * Changes the metadata of a run, and then those of its parent and its root, if these exist and can be changed.
     *
     * @return the run, empty if there is none with this id
     * @throws RunChangeException if an operation on the run itself is invalid, its metadata would have more than
     *     {@link #MAX_METADATA_BYTES}, or it finished more than {@link #METADATA_LIFE} ago
     */
    public Optional<Run> changeMetadata(String id, MetadataChange change) {
        Optional<Run> changed = change.changesTheRunItself() ? change(id, run -> edited(run, change)) : store.find(id);
        changed.ifPresent(run -> {
            apply(change.parentOperations(), run.parentRunId() == null ? id : run.parentRunId());
            apply(change.rootOperations(), run.rootRunId() == null ? id : run.rootRunId());
        });
        boolean others =
                !change.parentOperations().isEmpty() || !change.rootOperations().isEmpty();
        return others ? store.find(id) : changed;
    }

    private void apply(List<MetadataOperation> operations, String relative) {
        try {
            if (!operations.isEmpty()) {
                change(relative, run -> edited(run, MetadataChange.of(operations)));
            }
        } catch (RunChangeException e) {
            // The run itself was changed; the service does not tell the caller about others either.
            return;
        }
    }

    private Run edited(Run run, MetadataChange change) {
        Instant now = clock.now();
        if (run.finishedAt() != null && run.finishedAt().plus(METADATA_LIFE).isBefore(now)) {
            throw new RunChangeException(Reason.FINISHED_TOO_LONG_AGO, "Cannot update metadata for a completed run");
        }
        ObjectNode before = change.replacement() == null
                ? metadata(run)
                : change.replacement().deepCopy();
        Run after = run.toBuilder()
                .metadataJson(MetadataEditor.apply(before, change.operations()).toString())
                .initialMetadataJson(run.initialMetadataJson() == null ? "{}" : run.initialMetadataJson())
                .updatedAt(now)
                .build();
        if (after.metadataBytes() > MAX_METADATA_BYTES) {
            throw new RunChangeException(
                    Reason.METADATA_TOO_LARGE, "Metadata exceeds %d bytes".formatted(MAX_METADATA_BYTES));
        }
        return after;
    }

    private static ObjectNode metadata(Run run) {
        JsonNode metadata = run.metadata(JsonNode.class);
        return metadata instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /**
     * Removes an idempotency key from its run, in any state, so that the next request with the key gets a new run.
     *
     * @return whether there was a run with the key
     */
    public boolean resetIdempotencyKey(String environment, String task, String idempotencyKey) {
        Optional<Run> holder = store.findByIdempotencyKey(environment, task, idempotencyKey, Instant.MIN);
        return holder.flatMap(run -> change(run.id(), latest -> without(latest, idempotencyKey)))
                .isPresent();
    }

    private Run without(Run run, String idempotencyKey) {
        if (!idempotencyKey.equals(run.idempotencyKey())) {
            return run;
        }
        RunBuilder changed = run.toBuilder()
                .idempotencyKey(null)
                .idempotencyExpiresAt(null)
                .givenIdempotencyKey(null)
                .updatedAt(clock.now());
        return changed.build();
    }

    /** Changes a run, unless the change returns the same instance. */
    private Optional<Run> change(String id, UnaryOperator<Run> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Run> before = store.find(id);
            if (before.isEmpty()) {
                return before;
            }
            Run after = change.apply(before.get());
            if (after == before.get()) {
                return before;
            }
            if (store.replace(before.get(), after)) {
                afterwards.accept(before.get(), after);
                return store.find(id).or(() -> Optional.of(after));
            }
        }
        throw new IllegalStateException("Run " + id + " changes all the time");
    }
}
