package io.github.triggerapi.mock;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.concurrent.Lazy;
import io.github.triggerapi.mock.internal.control.ControlApi;
import io.github.triggerapi.mock.internal.control.ControlContext;
import io.github.triggerapi.mock.internal.control.EventPublisher;
import io.github.triggerapi.mock.internal.control.StateFile;
import io.github.triggerapi.mock.internal.control.StateResource;
import io.github.triggerapi.mock.internal.control.TasksFile;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.internal.http.AccessLog;
import io.github.triggerapi.mock.internal.http.BodyMemory;
import io.github.triggerapi.mock.internal.http.EventBroadcaster;
import io.github.triggerapi.mock.internal.http.FileBackedOperations;
import io.github.triggerapi.mock.internal.http.Network;
import io.github.triggerapi.mock.internal.http.ServedApi;
import io.github.triggerapi.mock.internal.http.ServerContext;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.resource.ResourceContext;
import io.github.triggerapi.mock.internal.resource.StatefulResource;
import io.github.triggerapi.mock.internal.validation.AllowedHosts;
import io.github.triggerapi.mock.internal.validation.ControlAccess;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running mock of the Trigger.dev REST API.
 *
 * <p>It has every operation of the OpenAPI document. Requests are checked against the spec. An invalid request gets
 * the documented error response. A valid request gets the example response of the spec, or a
 * response made from the schema, unless the server has code of its own for the operation. Runs change their status as
 * their options, the {@link #clock} and their {@link #task} require. Runs are lost when the server closes, unless it
 * has a state file or a shared store. All methods are safe to call from any thread.
 */
public final class MockServer implements AutoCloseable {
    /** The default size limit of a request body in bytes: 3 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 3 * 1024 * 1024;

    /** The size limit of the body of a request to the control API, except for the state. */
    private static final int MAX_CONTROL_BODY_BYTES = 1024 * 1024;

    /** The size limit of a state that is sent to the control API: 1 GiB. */
    private static final int MAX_STATE_BYTES = 1024 * 1024 * 1024;

    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<String> tasks;
    private final MockClock clock;
    private final RunStore store;
    private final boolean ownsStore;
    private final RunEngine engine;
    private final ActiveFaults faults = new ActiveFaults();
    private final RequestLog log;
    private final EventBroadcaster events;
    private final ControlContext control;
    private final EventPublisher publisher;
    private final Network network;
    private final ServerContext context;
    private final @Nullable TasksFile tasksFile;

    MockServer(MockServerBuilder builder) {
        host = builder.host;
        tasks = builder.tasks;
        clock = builder.clock;
        log = new RequestLog(builder.maxRequests, HeapBudget.requests(builder.maxStoredBytes));
        events = new EventBroadcaster(builder.heartbeatMillis, builder.maxEventBytes);
        StateFile stateFile = builder.stateFile == null ? null : new StateFile(builder.stateFile);
        ownsStore = builder.ownsStore();
        store = builder.openStore();
        try {
            engine = builder.engine(store);
        } catch (RuntimeException e) {
            closeStore();
            throw e;
        }
        control = new ControlContext(
                ControlApi.info(version(), builder.servedDocument(), builder.options(store)),
                builder.servedDocument(),
                engine,
                faults,
                log,
                this::reset,
                this::restore,
                stateFile);
        context = serverContext(builder);
        publisher = new EventPublisher(control, events::publish);
        try {
            if (stateFile != null) {
                stateFile.load(store.capacityBytes()).ifPresent(engine::restore);
            }
            tasksFile = builder.tasksFile == null ? null : new TasksFile(builder.tasksFile);
            applyTasksFile();
            network = new Network(host, builder.port, context, builder.limits, this::close);
        } catch (RuntimeException e) {
            engine.close();
            closeStore();
            throw e;
        }
    }

    private void applyTasksFile() {
        if (tasksFile != null) {
            tasksFile.apply((task, plan) -> {
                String path = "/_mock/tasks/"
                        + URLEncoder.encode(task, StandardCharsets.UTF_8).replace("+", "%20");
                MockResponse response = context.control().get().respond("PUT", path, "", plan);
                return response.status() < 300 ? "" : new String(response.body(), StandardCharsets.UTF_8);
            });
        }
    }

    private void closeStore() {
        if (ownsStore) {
            store.close();
        }
    }

    private static String version() {
        String version = MockServer.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private ServerContext serverContext(MockServerBuilder builder) {
        ResourceContext context = new ResourceContext(
                tasks, engine, builder.rules, builder.servedDocument().responses(), builder.retriesUnknown);
        List<StatefulResource> resources = builder.resources.stream()
                .map(resource -> resource.apply(context))
                .toList();
        List<Object> all = new ArrayList<>(builder.ownResources);
        all.addAll(resources);
        StateResource state = new StateResource(control);
        return new ServerContext(
                ServedApi.of(context.responses(), builder.keys, all, builder.maxBodyBytes),
                new Lazy<>(() -> ServedApi.of(
                        ControlApi.document().responses(),
                        Set.of(),
                        ControlApi.resources(control),
                        MAX_CONTROL_BODY_BYTES)),
                new ControlAccess(builder.controlToken),
                AllowedHosts.of(host, builder.allowedHosts, builder.controlToken != null),
                events,
                new FileBackedOperations(StateResource.PATH, MAX_STATE_BYTES, state::write, state::read),
                BodyMemory.withinHeap(builder.maxBodyBytes),
                resources.stream()
                        .flatMap(resource -> resource.taskParameters().stream())
                        .collect(Collectors.toSet()),
                faults,
                log,
                new AccessLog(builder.accessLog, builder.logFormat),
                engine.clock()::now,
                store.isShared() || !builder.ownResources.isEmpty());
    }

    /** Returns a new builder. */
    public static MockServerBuilder builder() {
        return new MockServerBuilder();
    }

    /**
     * Returns a new store that keeps runs in memory, for {@link MockServerBuilder#store(RunStore)}. Several servers may
     * share it.
     *
     * @param maxRuns how many runs it keeps, 1 or more
     */
    public static RunStore newMemoryStore(int maxRuns) {
        return new MemoryRunStore(maxRuns);
    }

    /** Returns the URL that the paths of the API are appended to, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** Returns the TCP port that the server listens on, 1 to 65535. */
    public int port() {
        return network.port();
    }

    /** Returns the clock that its runs go by. */
    public MockClock clock() {
        return clock;
    }

    /** Returns the identifiers of the tasks that exist; if empty, every task exists. */
    public Set<String> tasks() {
        return tasks;
    }

    /**
     * Returns a task, to configure what its runs do.
     *
     * @throws IllegalArgumentException if it is none of the tasks that exist
     */
    public MockTask task(String id) {
        if (!tasks.isEmpty() && !tasks.contains(id)) {
            throw new IllegalArgumentException("Task \"%s\" must be one of %s".formatted(id, tasks));
        }
        return new MockTask(id, engine);
    }

    /**
     * Returns all runs in their current state, the oldest first. A request that got the run of an earlier one added
     * nothing.
     */
    public List<Run> runs() {
        return runs(RunFilter.builder().build());
    }

    /** Returns the runs that match a filter, the oldest first. */
    public List<Run> runs(RunFilter filter) {
        return engine.runs(filter);
    }

    /** Returns the run with an id in its current state. */
    public Optional<Run> run(String id) {
        return store.find(id);
    }

    /** Returns the batch with an id; {@link #run} returns the state of its runs. */
    public Optional<Batch> batch(String id) {
        return store.findBatch(id);
    }

    /**
     * Cancels a run that has not finished, and the runs that it triggered. Handlers that execute them are interrupted.
     *
     * @return the run in its current state, empty if there is none with this id
     */
    public Optional<Run> cancel(String id) {
        return engine.changes().cancel(id);
    }

    /**
     * Waits until no handler is running and no run can start: the remaining runs wait for the clock, for room in their
     * queue, or stay queued.
     *
     * @param timeout the maximum wait, in real time
     * @throws IllegalStateException if the server is not idle in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        engine.awaitIdle(timeout);
    }

    /**
     * Adds a fault, which is applied to requests from now on. If several faults match a request, only the first that is not
     * exhausted is applied.
     *
     * @return the added fault, which counts the requests that it is applied to
     */
    public ActiveFault addFault(Fault fault) {
        return faults.add(fault);
    }

    /** Returns the faults in the order in which they were added, including those that are exhausted. */
    public List<ActiveFault> faults() {
        return faults.all();
    }

    /** Removes a fault; returns false if there is none with that id. */
    public boolean removeFault(String id) {
        return faults.remove(id);
    }

    /** Removes all faults. */
    public void clearFaults() {
        faults.clear();
    }

    /** Returns the last requests that got a response or a fault, the oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /**
     * Removes all runs, batches, idempotency keys, limits and pauses of queues, requests and faults, and what was configured by
     * {@link #task}. The clock is not changed.
     */
    public void reset() {
        faults.clear();
        engine.reset();
        applyTasksFile();
        log.clear();
        publisher.reset();
    }

    private void restore(StoreState state) {
        engine.restore(state);
        publisher.reset();
    }

    /**
     * Closes the server and waits until it is closed. Requests that are being handled get their responses, for at most
     * {@link MockServerBuilder#stopTimeout}; handlers are interrupted; the state is saved if there is a file for it.
     * Further calls do nothing.
     *
     * @throws UncheckedIOException if the state cannot be saved; the server is closed nevertheless
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            publisher.close();
            events.close();
            network.close();
            engine.close();
            try {
                control.save();
            } finally {
                closeStore();
            }
        }
    }
}
