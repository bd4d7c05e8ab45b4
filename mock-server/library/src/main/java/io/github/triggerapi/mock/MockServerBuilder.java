package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.control.model.ServerOptions;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.engine.TaskBehavior;
import io.github.triggerapi.mock.internal.heap.HeapBudget;
import io.github.triggerapi.mock.internal.http.ConnectionLimits;
import io.github.triggerapi.mock.internal.memory.MemoryRunStore;
import io.github.triggerapi.mock.internal.resource.ResourceContext;
import io.github.triggerapi.mock.internal.resource.StatefulResource;
import io.github.triggerapi.mock.internal.resource.StatefulResources;
import io.github.triggerapi.mock.internal.validation.AllowedHosts;
import io.github.triggerapi.mock.internal.validation.ApiKey;
import io.github.triggerapi.mock.request.LogFormat;
import io.github.triggerapi.mock.request.RequestRules;
import io.github.triggerapi.mock.resource.ResponseException;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreProvider;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Builder for {@link MockServer}; not safe for use by several threads. */
public final class MockServerBuilder {
    /** The default number of threads for handlers: 16. */
    public static final int DEFAULT_HANDLER_THREADS = 16;

    /** The default number of runs that are kept: 100,000. */
    public static final int DEFAULT_MAX_RUNS = 100_000;

    /** The default number of requests that are kept: 10,000. */
    public static final int DEFAULT_MAX_REQUESTS = 10_000;

    /** The default memory limit of runs and requests in bytes: 80 MiB. */
    public static final long DEFAULT_MAX_STORED_BYTES = HeapBudget.DEFAULT_STORED_BYTES;

    String host = "127.0.0.1";
    int port;
    Set<String> tasks = Set.of();
    int maxBodyBytes = MockServer.DEFAULT_MAX_BODY_BYTES;
    RandomGenerator random = new SecureRandom();
    LogFormat logFormat = LogFormat.TEXT;
    Document document = Document.bundled();
    List<Function<ResourceContext, StatefulResource>> resources = StatefulResources.ALL;
    final List<Object> ownResources = new ArrayList<>();

    Set<String> keys = Set.of();
    RequestRules rules = RequestRules.DOCUMENT;
    boolean retriesUnknown;

    final Set<String> allowedHosts = new LinkedHashSet<>();

    @Nullable
    Consumer<String> accessLog;

    @Nullable
    String controlToken;

    @Nullable
    Path stateFile;

    @Nullable
    Path tasksFile;

    long heartbeatMillis = 15_000;
    long maxEventBytes = HeapBudget.events();
    ConnectionLimits limits = ConnectionLimits.DEFAULT;
    int maxRequests = DEFAULT_MAX_REQUESTS;
    long maxStoredBytes = DEFAULT_MAX_STORED_BYTES;
    MockClock clock = MockClock.running();
    private TaskBehavior behavior = TaskBehavior.completeAfter(Duration.ZERO);
    private @Nullable RunStore store;
    private RunStoreProvider.@Nullable Location storeLocation;
    private int maxRuns = DEFAULT_MAX_RUNS;
    private int handlerThreads = DEFAULT_HANDLER_THREADS;

    MockServerBuilder() {}

    /** Sets the name or address to listen on. The default is {@code 127.0.0.1}, which only this computer can reach. */
    public MockServerBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** Sets the TCP port to listen on, 0 to 65535. The default is 0, for any free port. */
    public MockServerBuilder port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        this.port = port;
        return this;
    }

    /** Sets the identifiers of the tasks that exist. The default is none, with which every task exists. */
    public MockServerBuilder tasks(Collection<String> tasks) {
        this.tasks = Set.copyOf(tasks);
        return this;
    }

    /** Sets the identifiers of the tasks that exist; see {@link #tasks(Collection)}. */
    public MockServerBuilder tasks(String... tasks) {
        return tasks(List.of(tasks));
    }

    /**
     * Sets the API keys that are accepted: bearer tokens, API keys, and the passwords of HTTP Basic. The default is none, with
     * which every well-formed key is accepted. The kind of a key, such as {@code dev}, is the environment of the runs that it
     * triggers.
     *
     * @throws IllegalArgumentException if a key is not well-formed
     */
    public MockServerBuilder keys(Collection<String> keys) {
        keys.forEach(ApiKey::requireWellFormed);
        this.keys = Set.copyOf(keys);
        return this;
    }

    /** Sets the API keys that are accepted; see {@link #keys(Collection)}. */
    public MockServerBuilder keys(String... keys) {
        return keys(List.of(keys));
    }

    /** Sets the clock that runs go by. Servers may share it. The default is a running clock. */
    public MockServerBuilder clock(MockClock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets how long runs execute before they are completed, by the clock of the server. The default is 0. {@link
     * MockServer#task} overrides it for a task.
     *
     * @param duration 0 or more
     */
    public MockServerBuilder completeAfter(Duration duration) {
        behavior = TaskBehavior.completeAfter(duration);
        return this;
    }

    /** Makes runs stay queued until they expire. {@link MockServer#task} overrides it for a task. */
    public MockServerBuilder stayQueued() {
        behavior = TaskBehavior.stayQueued();
        return this;
    }

    /**
     * Sets how many runs are kept, 1 or more. The default is {@link #DEFAULT_MAX_RUNS}. When there are more, or when they
     * take more memory than {@link #maxStoredBytes} allows, the runs that finished first are removed. If no run is finished, requests are
     * rejected with status 503. A {@linkplain #store(RunStore) given store} has a limit of its own.
     */
    public MockServerBuilder maxRuns(int maxRuns) {
        this.maxRuns = atLeast(1, "maxRuns", maxRuns);
        return this;
    }

    /**
     * Sets how many requests are kept, 0 or more. The default is {@link #DEFAULT_MAX_REQUESTS}. When there are more, the
     * oldest are removed.
     */
    public MockServerBuilder maxRequests(int maxRequests) {
        this.maxRequests = atLeast(0, "maxRequests", maxRequests);
        return this;
    }

    /** Sets the store of runs, which the server does not close. By default a server has its own store in memory. */
    public MockServerBuilder store(RunStore store) {
        this.store = store;
        storeLocation = null;
        return this;
    }

    /**
     * Sets the store of runs to a Redis or Valkey, whose runs all servers with the same URL share. The runs stay in it when
     * the server closes. It needs the artifact {@code trigger-api-mock-server-redis} on the class path.
     *
     * @param url {@code redis://[[user]:password@]host[:port][/database]}, or {@code rediss} for TLS
     * @throws IllegalArgumentException if the URL is invalid or the artifact is missing
     */
    public MockServerBuilder store(String url) {
        storeLocation = StoreProviders.locate(url);
        store = null;
        return this;
    }

    /** Sets how many handlers may run at once, 1 or more. The default is {@link #DEFAULT_HANDLER_THREADS}. */
    public MockServerBuilder handlerThreads(int handlerThreads) {
        this.handlerThreads = atLeast(1, "handlerThreads", handlerThreads);
        return this;
    }

    /** Sets the rules that requests are checked against. The default is {@link RequestRules#DOCUMENT}. */
    public MockServerBuilder rules(RequestRules rules) {
        this.rules = rules;
        return this;
    }

    /**
     * Tells clients to retry a request for an unknown run or batch, with the header {@code x-should-retry: true}, as
     * Trigger.dev does. Its TypeScript SDK then fails after 9 seconds instead of at once. By default there is no such header.
     */
    public MockServerBuilder retryUnknown() {
        retriesUnknown = true;
        return this;
    }

    /**
     * Sets the size limit of a request body in bytes, 0 or more. The default is {@link
     * MockServer#DEFAULT_MAX_BODY_BYTES}.
     */
    public MockServerBuilder maxBodyBytes(int maxBodyBytes) {
        this.maxBodyBytes = atLeast(0, "maxBodyBytes", maxBodyBytes);
        return this;
    }

    /**
     * Sets how long a request may take to be received, from the connection or from its first line: 1 ms to a day. The
     * default is 30 seconds. A later request is rejected with status 408 if its headers were received, and the connection is
     * closed. The connection of a caller that reads nothing of {@code /_mock/state} for that long is closed as well.
     */
    public MockServerBuilder requestTimeout(Duration requestTimeout) {
        limits = new ConnectionLimits(requestTimeout, limits.idle(), limits.stop(), limits.connections());
        return this;
    }

    /** Sets how long a connection may wait for its next request: 1 ms to a day. The default is 60 seconds. */
    public MockServerBuilder idleTimeout(Duration idleTimeout) {
        limits = new ConnectionLimits(limits.request(), idleTimeout, limits.stop(), limits.connections());
        return this;
    }

    /** Sets how many connections may be open, 1 or more. The default is 10,000. Further connections are closed. */
    public MockServerBuilder maxConnections(int maxConnections) {
        limits = new ConnectionLimits(limits.request(), limits.idle(), limits.stop(), maxConnections);
        return this;
    }

    /**
     * Sets how long requests that are being handled may take when the server is closed: 0 to a day. The default is 5
     * seconds.
     */
    public MockServerBuilder stopTimeout(Duration stopTimeout) {
        limits = new ConnectionLimits(limits.request(), limits.idle(), stopTimeout, limits.connections());
        return this;
    }

    /** Sets the source of run ids, which must be safe for use by many threads. The default is a {@link SecureRandom}. */
    public MockServerBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /** Sets the format of the lines for {@link #accessLog}. The default is {@link LogFormat#TEXT}. */
    public MockServerBuilder logFormat(LogFormat logFormat) {
        this.logFormat = logFormat;
        return this;
    }

    /** Sets a consumer of one line for each request; see {@link #logFormat}. It must not block. The default ignores them. */
    public MockServerBuilder accessLog(Consumer<String> accessLog) {
        this.accessLog = accessLog;
        return this;
    }

    /**
     * Sets the bearer token that callers of {@code /_mock} must send. By default they need none.
     *
     * @param token a string without white space
     * @throws IllegalArgumentException if it is empty or has white space; the message does not contain it
     */
    public MockServerBuilder controlToken(String token) {
        if (!token.matches("\\S+")) {
            throw new IllegalArgumentException("a control token must have characters and no white space");
        }
        controlToken = token;
        return this;
    }

    /**
     * Allows a further name in the {@code Host} header of requests. A server that listens on a loopback address and has no
     * {@link #controlToken} accepts {@code localhost}, names that end in {@code .localhost}, loopback addresses and allowed
     * names, and rejects other requests with status 421: a page in a browser could have sent them, under a name that
     * resolves to this computer. Other servers accept any name, unless names are allowed here.
     *
     * @param host a name or an address, without a port
     * @throws IllegalArgumentException if it is neither
     */
    public MockServerBuilder allowedHost(String host) {
        AllowedHosts.requireName(host);
        allowedHosts.add(host);
        return this;
    }

    /**
     * Sets the file that keeps runs, idempotency keys and limits. It is read when the server starts, if it exists, and
     * written when the server closes. By default there is none.
     */
    public MockServerBuilder stateFile(Path stateFile) {
        this.stateFile = stateFile;
        return this;
    }

    /**
     * Sets how much memory the kept runs and requests may take together: runs four fifths of it, requests one fifth. The default
     * is {@link #DEFAULT_MAX_STORED_BYTES}. Runs take at most two fifths of the heap, and requests a twentieth, whatever is set.
     *
     * @param bytes 0 or more, as an estimate
     */
    public MockServerBuilder maxStoredBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("maxStoredBytes must be 0 or more: " + bytes);
        }
        maxStoredBytes = bytes;
        return this;
    }

    /**
     * Sets a file that says what becomes of the runs of tasks: a JSON object whose members are named like tasks, and have the
     * values that {@code PUT /_mock/tasks/{task}} accepts, such as
     * {@code {"ship-order": {"outcomes": [{"error": "No stock", "times": 2}, {"output": "shipped"}]}}}. It applies from the
     * start, and again after a reset. By default there is none.
     */
    public MockServerBuilder tasksFile(Path tasksFile) {
        this.tasksFile = tasksFile;
        return this;
    }

    /**
     * Adds an object that handles operations of the OpenAPI document. It implements interfaces of
     * {@code trigger-api-server-stubs}; the operations whose methods it does not override get their response from the spec, as
     * all others do. It takes precedence over what the server itself does for an operation. Requests reach it after they have
     * been validated.
     *
     * <p>A method returns the body of the documented success, or throws a {@link ResponseException}. No Jakarta REST runtime
     * takes part: parameters may have the annotations {@code @PathParam}, {@code @QueryParam}, {@code @HeaderParam},
     * {@code @CookieParam}, {@code @FormParam} and {@code @BeanParam}. Several threads may call
     * the methods at the same time.
     *
     * @throws IllegalArgumentException when the server starts, if a method has a parameter of another kind
     */
    public MockServerBuilder resource(Object resource) {
        ownResources.add(Objects.requireNonNull(resource, "resource"));
        return this;
    }

    private static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be %d or more: %d".formatted(name, least, value));
        }
        return value;
    }

    /** Sets another OpenAPI document, and the resources that handle its operations. */
    MockServerBuilder api(Document document, List<Function<ResourceContext, StatefulResource>> resources) {
        this.document = document;
        this.resources = resources;
        return this;
    }

    /** Returns the document that the server serves. */
    Document servedDocument() {
        return rules == RequestRules.SERVICE ? document.withOperationsOfService() : document;
    }

    /** Returns the options that the control API shows. */
    ServerOptions options(RunStore opened) {
        return ServerOptions.builder()
                .tasks(tasks.stream().sorted().toList())
                .anyKey(keys.isEmpty())
                .rules(rules.name().toLowerCase(Locale.ROOT))
                .maxBodyBytes(maxBodyBytes)
                .maxRequests(maxRequests)
                .stateFile(stateFile == null ? null : stateFile.toString())
                .tasksFile(tasksFile == null ? null : tasksFile.toString())
                .store(opened.isShared() ? opened.toString() : "memory")
                .build();
    }

    /** Returns whether the server closes the store. */
    boolean ownsStore() {
        return store == null;
    }

    RunStore openStore() {
        if (storeLocation == null) {
            return store == null ? new MemoryRunStore(maxRuns, HeapBudget.runs(maxStoredBytes)) : store;
        }
        if (stateFile != null) {
            throw new IllegalArgumentException("State file %s: must not be given with a store that servers share: %s"
                    .formatted(stateFile, storeLocation));
        }
        return storeLocation.connect(maxRuns);
    }

    RunEngine engine(RunStore opened) {
        return new RunEngine(opened, clock.engineClock(), random, behavior, handlerThreads);
    }

    /**
     * Starts a server, which listens when this method returns.
     *
     * @throws UncheckedIOException if it cannot listen, such as on a port in use
     * @throws IllegalArgumentException if the state file cannot be read or written; the message says why and what was
     *     expected
     * @throws StoreUnavailableException if the store cannot be reached
     */
    public MockServer start() {
        return new MockServer(this);
    }
}
