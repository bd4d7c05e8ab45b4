package io.github.triggerapi.mock;

import io.github.triggerapi.mock.control.Announcements;
import io.github.triggerapi.mock.control.Control;
import io.github.triggerapi.mock.control.Controlled;
import io.github.triggerapi.mock.control.StateBodies;
import io.github.triggerapi.mock.control.StateFile;
import io.github.triggerapi.mock.document.Answers;
import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.fault.Faults;
import io.github.triggerapi.mock.gate.ControlGate;
import io.github.triggerapi.mock.gate.Hosts;
import io.github.triggerapi.mock.http.AccessLog;
import io.github.triggerapi.mock.http.Api;
import io.github.triggerapi.mock.http.Bodies;
import io.github.triggerapi.mock.http.Events;
import io.github.triggerapi.mock.http.LargeBodies;
import io.github.triggerapi.mock.http.Lazy;
import io.github.triggerapi.mock.http.Resources;
import io.github.triggerapi.mock.http.Site;
import io.github.triggerapi.mock.log.RecordedRequest;
import io.github.triggerapi.mock.log.RequestLog;
import io.github.triggerapi.mock.run.MockClock;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunStore;
import io.github.triggerapi.mock.run.StoreState;
import io.github.triggerapi.server.api.SuccessStatus;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A running mock of the Trigger.dev REST API.
 *
 * <p>Every operation of the OpenAPI document is there. Requests are checked as the document says; bad ones are refused
 * in the form that it has for errors, and good ones get the answer that it shows, or one made from its schema, unless a
 * {@link Behaviour} has a better one. Runs go from status to status as their options, the {@link #clock} and their
 * {@link #task} have it. What was triggered is forgotten when the server closes, unless there is a file for it. All
 * methods are safe to call from any thread.
 */
public final class MockServer implements AutoCloseable {
    /** The size in bytes that a request body may have unless told otherwise: 3 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 3 * 1024 * 1024;

    /** How large a state may be that control takes: 1 GiB. */
    private static final int MAX_STATE_BYTES = 1024 * 1024 * 1024;

    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<String> tasks;
    private final RunStore store;
    private final boolean ownsStore;
    private final RunEngine engine;
    private final Faults faults = new Faults();
    private final RequestLog log;
    private final Events events;
    private final Controlled controlled;
    private final Announcements announcements;
    private final Network network;

    MockServer(MockServerBuilder builder) {
        host = builder.host;
        tasks = builder.tasks;
        log = new RequestLog(builder.maxRequests);
        events = new Events(builder.heartbeatMillis, builder.maxEventBytes);
        StateFile stateFile = builder.stateFile == null ? null : new StateFile(builder.stateFile);
        ownsStore = builder.ownsStore();
        store = builder.store();
        try {
            engine = builder.engine(store);
        } catch (RuntimeException e) {
            closeStore();
            throw e;
        }
        controlled = new Controlled(
                Control.info(Main.version(), builder.document, builder.options(store)),
                builder.document,
                engine,
                faults,
                log,
                this::reset,
                this::restore,
                stateFile);
        announcements = new Announcements(controlled, events::publish);
        try {
            if (stateFile != null) {
                stateFile.load(engine.capacityBytes()).ifPresent(engine::restore);
            }
            network = new Network(host, builder.port, site(builder), builder.limits, this::close);
        } catch (RuntimeException e) {
            closeEngine();
            throw e;
        }
    }

    private void closeEngine() {
        engine.close();
        closeStore();
    }

    private void closeStore() {
        if (ownsStore) {
            store.close();
        }
    }

    /** What the behaviours get. */
    static Behaviour.Settings settings(MockServerBuilder builder, RunEngine engine) {
        return new Behaviour.Settings(
                builder.tasks, engine, builder.rules, new Answers(builder.document), Resources::noteRun);
    }

    /** The API of the document with its behaviours. */
    static Api api(MockServerBuilder builder, Behaviour.Settings settings) {
        List<Object> behaviours = builder.behaviours.stream()
                .map(behaviour -> behaviour.resource(settings))
                .toList();
        return Api.of(settings.answers, builder.keys, behaviours, SuccessStatus.class, builder.maxBodyBytes);
    }

    private Site site(MockServerBuilder builder) {
        Behaviour.Settings settings = settings(builder, engine);
        StateBodies state = new StateBodies(controlled);
        return new Site(
                api(builder, settings),
                new Lazy<>(() -> Api.of(
                        new Answers(Control.document()),
                        Set.of(),
                        Control.resources(controlled),
                        Control.SUCCESS_STATUS,
                        DEFAULT_MAX_BODY_BYTES)),
                new ControlGate(builder.controlToken),
                Hosts.of(host, builder.allowedHosts, builder.controlToken != null),
                events,
                new LargeBodies(StateBodies.PATH, MAX_STATE_BYTES, state::write, state::read),
                Bodies.withinHeap(builder.maxBodyBytes),
                builder.behaviours.stream()
                        .flatMap(behaviour -> behaviour.taskParameters(settings).stream())
                        .collect(Collectors.toSet()),
                faults,
                log,
                new AccessLog(builder.accessLog, builder.logFormat),
                engine.clock(),
                engine.storeIsShared());
    }

    /** Gives a builder with the defaults in place. */
    public static MockServerBuilder builder() {
        return new MockServerBuilder();
    }

    /** The URL that the paths of the API follow, without a slash at its end. */
    public URI url() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** The TCP port that the server listens on, 1 to 65535. */
    public int port() {
        return network.port();
    }

    /** The clock that its runs go by. */
    public MockClock clock() {
        return engine.clock();
    }

    /** The identifiers of the tasks that exist; when empty, every task exists. */
    public Set<String> tasks() {
        return tasks;
    }

    /**
     * A task, to say what becomes of its runs.
     *
     * @throws IllegalArgumentException where it is none of the tasks that exist
     */
    public MockTask task(String id) {
        if (!tasks.isEmpty() && !tasks.contains(id)) {
            throw new IllegalArgumentException("Task \"%s\" must be one of %s".formatted(id, tasks));
        }
        return new MockTask(id, engine);
    }

    /**
     * The runs that were made so far, the oldest first, each as it is now. A request that got the run of an earlier one
     * made none.
     */
    public List<Run> runs() {
        return runs(RunFilter.builder().build());
    }

    /** Those of the runs that are wanted, the oldest first. */
    public List<Run> runs(RunFilter filter) {
        return engine.runs(filter);
    }

    /** The run with an id, as it is now. */
    public Optional<Run> run(String id) {
        return engine.run(id);
    }

    /**
     * Waits until no handler works and no run could be started: those that are left wait for the clock, for room in
     * their queue, or for nothing.
     *
     * @param timeout how long to wait at most, in real time
     * @throws IllegalStateException where that is not so in time
     */
    public void awaitIdle(Duration timeout) throws InterruptedException {
        engine.awaitIdle(timeout);
    }

    /**
     * Lets something go wrong with requests from now on. Of several faults that fit a request the first that is not spent
     * meets it, and no other.
     *
     * @return the fault as the server has it, which counts the requests that it met
     */
    public ActiveFault addFault(Fault fault) {
        return faults.add(fault);
    }

    /** What may go wrong with requests, in the order in which it was said; also what is spent. */
    public List<ActiveFault> faults() {
        return faults.all();
    }

    /** Takes one fault back; false where there is none with that id. */
    public boolean removeFault(String id) {
        return faults.remove(id);
    }

    /** Takes all faults back. */
    public void clearFaults() {
        faults.clear();
    }

    /** The last requests that were answered, or met by a fault; the oldest first. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** Forgets runs, keys, limits of queues, requests, faults, and what was said of tasks; the clock goes on. */
    public void reset() {
        faults.clear();
        engine.reset();
        log.clear();
        announcements.reset();
    }

    private void restore(StoreState state) {
        engine.restore(state);
        announcements.reset();
    }

    /**
     * Lets requests under way be answered, closes the connections, stops listening, interrupts handlers, waits until it is
     * done, and saves the state if there is a file for it; further calls do nothing. {@link
     * MockServerBuilder#stopTimeout} is how long requests may take.
     *
     * @throws UncheckedIOException where the state cannot be saved; all else is done then
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            announcements.close();
            events.close();
            network.close();
            engine.close();
            try {
                controlled.save();
            } finally {
                closeStore();
            }
        }
    }
}
