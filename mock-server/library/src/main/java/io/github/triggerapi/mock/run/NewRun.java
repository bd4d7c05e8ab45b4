package io.github.triggerapi.mock.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run that is made unless its keys say that it is there already. */
public final class NewRun {
    /** How long an idempotency key stands for its run. */
    static final Duration IDEMPOTENCY_LIFE = Duration.ofDays(30);

    /** How long a request is remembered, from its first try on. */
    static final Duration REQUEST_LIFE = Duration.ofHours(24);

    /** How long a run waits in its queue where developers trigger it and it says nothing of that. */
    static final Duration DEVELOPMENT_TTL = Duration.ofMinutes(10);

    private final Run run;
    private final RunRequest request;

    private NewRun(Run run, RunRequest request) {
        this.run = run;
        this.request = request;
    }

    /** What a request makes at an instant. */
    static NewRun of(RunRequest request, String id, Instant now) {
        Instant delayUntil = request.delayUntil;
        boolean delayed = delayUntil != null && delayUntil.isAfter(now);
        Duration ttl = ttl(request);
        RunBuilder run = Run.builder()
                .id(id)
                // Which the runs of a task have in common.
                .task(request.task.intern())
                .environment(request.environment.intern())
                .tags(request.tags)
                .queue(QueueKey.name(request.queue, request.task).intern())
                .concurrencyKey(request.concurrencyKey)
                .createdAt(now)
                .ttl(ttl);
        run.payload = request.payload;
        run.context = request.context;
        run.options = request.options;
        if (request.idempotencyKey != null) {
            run.idempotencyKey(request.idempotencyKey).idempotencyExpiresAt(now.plus(IDEMPOTENCY_LIFE));
        }
        if (delayed) {
            run.status(RunStatus.DELAYED).delayUntil(delayUntil).dueAt(delayUntil);
        } else {
            run.status(RunStatus.QUEUED).queuedAt(now).dueAt(ttl == null ? null : now.plus(ttl));
        }
        return new NewRun(run.build(), request);
    }

    private static @Nullable Duration ttl(RunRequest request) {
        Duration ttl = request.ttl;
        if (ttl == null) {
            return request.environment.equals("dev") ? DEVELOPMENT_TTL : null;
        }
        return ttl.isZero() ? null : ttl;
    }

    /** The run, which gets its {@link Run#number()} from the store. */
    public Run run() {
        return run;
    }

    /** The same for all tries of one request, null where the caller does not tell. */
    public @Nullable String requestKey() {
        return request.requestKey;
    }

    /** From when on the key of the request means another one. */
    public Instant requestExpiresAt() {
        return run.createdAt().plus(REQUEST_LIFE);
    }

    /** Whether the request says what limit its queue has from now on. */
    public boolean setsLimit() {
        return request.setsLimit;
    }

    /** The limit of each copy of its queue, null for none. */
    public @Nullable Integer limit() {
        return request.limit;
    }
}
