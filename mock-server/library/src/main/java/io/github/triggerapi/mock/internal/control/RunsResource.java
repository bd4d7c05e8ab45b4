package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.AwaitIdleParameters;
import io.github.triggerapi.mock.internal.control.api.ListRunsParameters;
import io.github.triggerapi.mock.internal.control.api.RunsApi;
import io.github.triggerapi.mock.internal.control.model.QueueInfo;
import io.github.triggerapi.mock.internal.control.model.QueueList;
import io.github.triggerapi.mock.internal.control.model.QueueName;
import io.github.triggerapi.mock.internal.control.model.RunDelay;
import io.github.triggerapi.mock.internal.control.model.RunDetail;
import io.github.triggerapi.mock.internal.control.model.RunInfo;
import io.github.triggerapi.mock.internal.control.model.RunPage;
import io.github.triggerapi.mock.internal.control.model.Status;
import io.github.triggerapi.mock.internal.engine.RunChangeException;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.TimeParser;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.Page;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import io.github.triggerapi.mock.run.store.StoreState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows and changes runs and queues. */
final class RunsResource implements RunsApi {
    /** As the document of the control API says. */
    private static final long DEFAULT_TIMEOUT_MILLIS = 5000;

    /** The maximum number of paused queues, because they may be queues without runs. */
    private static final int MAX_PAUSED = 1000;

    private final RunEngine engine;
    private final RequestLog log;

    RunsResource(RunEngine engine, RequestLog log) {
        this.engine = engine;
        this.log = log;
    }

    @Override
    public RunPage listRuns(ListRunsParameters parameters) {
        RunFilter.Builder filter = RunFilter.builder();
        set(parameters.task(), filter::task);
        set(parameters.environment(), filter::environment);
        set(parameters.tag(), filter::tag);
        set(parameters.queue(), filter::queue);
        set(parameters.concurrencyKey(), filter::concurrencyKey);
        set(parameters.idempotencyKey(), filter::idempotencyKey);
        set(parameters.batch(), filter::batch);
        set(parameters.parent(), filter::parent);
        set(parameters.root(), filter::root);
        List<Status> statuses = parameters.status();
        if (statuses != null) {
            filter.status(statuses.stream()
                    .map(status -> RunStatus.valueOf(status.value()))
                    .toArray(RunStatus[]::new));
        }
        Page page = engine.store().list(filter.build(), parameters.after(), PageSize.size(parameters.limit()));
        return RunPage.builder()
                .runs(page.runs().stream().map(RunMapper::of).toList())
                .next(page.next())
                .build();
    }

    private static void set(@Nullable String value, Consumer<String> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    @Override
    public RunDetail getRun(String id) {
        Run run = found(id, engine.store().find(id));
        List<RecordedRequest> requests = log.list(request -> id.equals(request.runId()), 0, 1);
        return RunDetail.builder()
                .run(RunMapper.of(run))
                .request(requests.isEmpty() ? null : RequestMapper.of(requests.get(0)))
                .build();
    }

    private static Run found(String id, Optional<Run> run) {
        return run.orElseThrow(() -> new RejectedRequestException(404, "Run \"" + id + "\" not found"));
    }

    @Override
    public RunInfo cancelRun(String id) {
        return RunMapper.of(found(id, engine.changes().cancel(id)));
    }

    @Override
    public RunInfo replayRun(String id) {
        return RunMapper.of(found(id, engine.replay(id)));
    }

    @Override
    public RunInfo rescheduleRun(String id, RunDelay wanted) {
        try {
            Instant until = TimeParser.delay(wanted.delay(), engine.clock().now());
            return RunMapper.of(found(id, engine.changes().reschedule(id, until)));
        } catch (IllegalArgumentException e) {
            throw new RejectedRequestException(400, "Validation error: " + e.getMessage() + " at \"delay\"");
        } catch (RunChangeException e) {
            throw new RejectedRequestException(409, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public QueueList listQueues() {
        Map<QueueKey, int[]> counts = new LinkedHashMap<>();
        StoreState state = engine.store().state();
        Map<QueueKey, Integer> limits = state.limits();
        limits.keySet().forEach(queue -> counts.put(queue, new int[2]));
        state.paused().forEach(queue -> counts.put(queue, new int[2]));
        RunFilter active = RunFilter.builder()
                .status(RunStatus.QUEUED, RunStatus.EXECUTING)
                .build();
        for (Run run : engine.runs(active)) {
            counts.computeIfAbsent(QueueKey.of(run), queue -> new int[2])[run.status() == RunStatus.QUEUED ? 0 : 1]++;
        }
        List<QueueInfo> queues = new ArrayList<>();
        counts.forEach((queue, count) -> queues.add(
                queue(queue, limits.get(queue.whole()), state.paused().contains(queue.whole()), count)));
        return QueueList.builder().queues(queues).build();
    }

    @Override
    public void pauseQueue(QueueName queue) {
        if (engine.store().queues().stream().filter(QueueStatus::isPaused).count() >= MAX_PAUSED) {
            throw new RejectedRequestException(
                    409, "There are %d paused queues already; resume some first".formatted(MAX_PAUSED));
        }
        engine.pauseQueue(queue.environment(), queue.queue(), true);
    }

    @Override
    public void resumeQueue(QueueName queue) {
        engine.pauseQueue(queue.environment(), queue.queue(), false);
    }

    @Override
    public void awaitIdle(AwaitIdleParameters parameters) {
        Long millis = parameters.timeout();
        try {
            engine.awaitIdle(Duration.ofMillis(millis == null ? DEFAULT_TIMEOUT_MILLIS : millis));
        } catch (IllegalStateException e) {
            throw new RejectedRequestException(504, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedRequestException(503, "The server is closing");
        }
    }

    private static QueueInfo queue(QueueKey queue, @Nullable Integer limit, boolean paused, int[] count) {
        return QueueInfo.builder()
                .environment(queue.environment())
                .name(queue.queue())
                .concurrencyKey(queue.concurrencyKey())
                .queued(count[0])
                .executing(count[1])
                .limit(limit == null ? null : Long.valueOf(limit))
                .paused(paused ? Boolean.TRUE : null)
                .build();
    }
}
