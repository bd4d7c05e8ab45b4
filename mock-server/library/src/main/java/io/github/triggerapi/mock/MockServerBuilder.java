package io.github.triggerapi.mock;

import io.github.triggerapi.mock.control.model.ServerOptions;
import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.gate.ApiKey;
import io.github.triggerapi.mock.gate.Hosts;
import io.github.triggerapi.mock.http.Limits;
import io.github.triggerapi.mock.log.LogFormat;
import io.github.triggerapi.mock.log.RequestLog;
import io.github.triggerapi.mock.memory.HeapShares;
import io.github.triggerapi.mock.redis.RedisRunStore;
import io.github.triggerapi.mock.redis.StoreUrl;
import io.github.triggerapi.mock.run.MemoryRunStore;
import io.github.triggerapi.mock.run.MockClock;
import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.RunStore;
import io.github.triggerapi.mock.run.StoreUnavailableException;
import io.github.triggerapi.mock.run.TaskPlan;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Collects how a server is to be; a builder is for one thread. */
public final class MockServerBuilder {
    /** How many handlers may work at once unless told otherwise: 16. */
    public static final int DEFAULT_HANDLER_THREADS = 16;

    String host = "127.0.0.1";
    int port;
    Set<String> tasks = Set.of();
    int maxBodyBytes = MockServer.DEFAULT_MAX_BODY_BYTES;
    RandomGenerator random = new SecureRandom();
    Consumer<String> accessLog = line -> {};
    LogFormat logFormat = LogFormat.TEXT;
    Document document = Document.bundled();
    List<Behaviour> behaviours = Behaviours.all();

    Set<String> keys = Set.of();
    Rules rules = Rules.DOCUMENT;

    final Set<String> allowedHosts = new LinkedHashSet<>();

    @Nullable
    String controlToken;

    @Nullable
    Path stateFile;

    long heartbeatMillis = 15_000;
    long maxEventBytes = HeapShares.events();
    Limits limits = Limits.DEFAULT;
    int maxRequests = RequestLog.DEFAULT_CAPACITY;
    private MockClock clock = MockClock.running();
    private TaskPlan plan = TaskPlan.completeAfter(Duration.ZERO);
    private @Nullable RunStore store;
    private @Nullable StoreUrl storeUrl;
    private int maxRuns = MemoryRunStore.DEFAULT_MAX_RUNS;
    private int handlerThreads = DEFAULT_HANDLER_THREADS;

    MockServerBuilder() {}

    /** The name or address to listen on; {@code 127.0.0.1} by default, which only this computer reaches. */
    public MockServerBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** The TCP port to listen on, 0 to 65535; 0, the default, takes any free one. */
    public MockServerBuilder port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
        this.port = port;
        return this;
    }

    /** The identifiers of the tasks that exist; none, the default, lets every task exist. */
    public MockServerBuilder tasks(Collection<String> tasks) {
        this.tasks = Set.copyOf(tasks);
        return this;
    }

    /** The identifiers of the tasks that exist; none, the default, lets every task exist. */
    public MockServerBuilder tasks(String... tasks) {
        return tasks(List.of(tasks));
    }

    /**
     * The keys that are accepted; none, the default, for every one that is well-formed. The kind of a key, such as
     * {@code dev}, is the environment of the runs that it triggers.
     *
     * @throws IllegalArgumentException where a key could never be accepted
     */
    public MockServerBuilder keys(Collection<String> keys) {
        keys.forEach(ApiKey::requireWellFormed);
        this.keys = Set.copyOf(keys);
        return this;
    }

    /** The keys that are accepted; see {@link #keys(Collection)}. */
    public MockServerBuilder keys(String... keys) {
        return keys(List.of(keys));
    }

    /** The clock that runs go by, which servers may share; a running one by default. */
    public MockServerBuilder clock(MockClock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Lets runs execute for a time that the clock measures, and complete then: this is the default, with 0. It is for
     * tasks of which {@link MockServer#task} says nothing else.
     *
     * @param duration 0, for at once, or more
     */
    public MockServerBuilder completeAfter(Duration duration) {
        plan = TaskPlan.completeAfter(duration);
        return this;
    }

    /** Lets runs stay queued, those of tasks of which {@link MockServer#task} says nothing else. */
    public MockServerBuilder stayQueued() {
        plan = TaskPlan.stayQueued();
        return this;
    }

    /**
     * How many runs are kept, 1 or more; {@link MemoryRunStore#DEFAULT_MAX_RUNS} by default. When there are more, or
     * their JSON takes much of the memory, those that finished first are forgotten; where none is finished, requests are
     * refused with 503. It is not for a store that is given.
     */
    public MockServerBuilder maxRuns(int maxRuns) {
        if (maxRuns < 1) {
            throw new IllegalArgumentException("maxRuns must be 1 or more: " + maxRuns);
        }
        this.maxRuns = maxRuns;
        return this;
    }

    /**
     * How many requests are remembered, 0 or more; {@link RequestLog#DEFAULT_CAPACITY} by default. When there are more,
     * the oldest are forgotten.
     */
    public MockServerBuilder maxRequests(int maxRequests) {
        if (maxRequests < 0) {
            throw new IllegalArgumentException("maxRequests must be 0 or more: " + maxRequests);
        }
        this.maxRequests = maxRequests;
        return this;
    }

    /** Where runs are kept, which is not closed with the server; a {@link MemoryRunStore} by default. */
    public MockServerBuilder store(RunStore store) {
        this.store = store;
        storeUrl = null;
        return this;
    }

    /**
     * The Redis or Valkey in which runs are kept, together with those of all servers that are given the same; see {@link
     * RedisRunStore}. What is kept stays there when the server closes.
     *
     * @param url {@code redis://[[user]:password@]host[:port][/database]}, or the same with {@code rediss} for TLS
     * @throws IllegalArgumentException where it is no such URL
     */
    public MockServerBuilder store(String url) {
        storeUrl = StoreUrl.of(url);
        store = null;
        return this;
    }

    /** How many handlers may work at once, 1 or more; {@link #DEFAULT_HANDLER_THREADS} by default. */
    public MockServerBuilder handlerThreads(int handlerThreads) {
        if (handlerThreads < 1) {
            throw new IllegalArgumentException("handlerThreads must be 1 or more: " + handlerThreads);
        }
        this.handlerThreads = handlerThreads;
        return this;
    }

    /** What requests are held to; {@link Rules#DOCUMENT} by default. */
    public MockServerBuilder rules(Rules rules) {
        this.rules = rules;
        return this;
    }

    /** The size in bytes that a request body may have, 0 or more; {@link MockServer#DEFAULT_MAX_BODY_BYTES} by default. */
    public MockServerBuilder maxBodyBytes(int maxBodyBytes) {
        if (maxBodyBytes < 0) {
            throw new IllegalArgumentException("maxBodyBytes must be 0 or more: " + maxBodyBytes);
        }
        this.maxBodyBytes = maxBodyBytes;
        return this;
    }

    /**
     * How long a request may take to arrive, from the connection or from its first line: 1 ms to a day, 30 seconds by
     * default. After that it is refused with 408 where its headers are there, and the connection is closed. The connection
     * of a caller who reads nothing of {@code /_mock/state} for that long is closed as well.
     */
    public MockServerBuilder requestTimeout(Duration requestTimeout) {
        limits = limits.request(requestTimeout);
        return this;
    }

    /** How long a connection may wait for its next request: 1 ms to a day, 60 seconds by default. */
    public MockServerBuilder idleTimeout(Duration idleTimeout) {
        limits = limits.idle(idleTimeout);
        return this;
    }

    /** How many connections may be open at once, 1 or more; 10,000 by default. More than these are closed at once. */
    public MockServerBuilder maxConnections(int maxConnections) {
        limits = limits.connections(maxConnections);
        return this;
    }

    /** How long requests under way may take once the server is closed: 0 to a day, 5 seconds by default. */
    public MockServerBuilder stopTimeout(Duration stopTimeout) {
        limits = limits.stop(stopTimeout);
        return this;
    }

    /** What run ids are made from; must be safe for use by many threads. A {@link SecureRandom} by default. */
    public MockServerBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /** What the lines for {@link #accessLog} look like; {@link LogFormat#TEXT} by default. */
    public MockServerBuilder logFormat(LogFormat logFormat) {
        this.logFormat = logFormat;
        return this;
    }

    /** Takes a line for each request, see {@link #logFormat}. It must not block; nothing is kept by default. */
    public MockServerBuilder accessLog(Consumer<String> accessLog) {
        this.accessLog = accessLog;
        return this;
    }

    /**
     * What callers of {@code /_mock} must have as a bearer token; nothing by default.
     *
     * @param token one word
     * @throws IllegalArgumentException where it is none; the message does not show it
     */
    public MockServerBuilder controlToken(String token) {
        if (!token.matches("\\S+")) {
            throw new IllegalArgumentException("a control token must be one word");
        }
        controlToken = token;
        return this;
    }

    /**
     * Allows a further name in the {@code Host} header of requests. A server that listens on a loopback address and has no
     * {@link #controlToken} answers to {@code localhost}, names that end in {@code .localhost}, loopback addresses and
     * allowed names, and refuses other requests with 421: they may come from a page in a browser whose name was made to
     * lead to this computer. Other servers answer to any name, unless names are allowed here.
     *
     * @param host a name or an address, without a port
     * @throws IllegalArgumentException where it is none
     */
    public MockServerBuilder allowedHost(String host) {
        Hosts.requireName(host);
        allowedHosts.add(host);
        return this;
    }

    /**
     * The file in which runs, keys and limits are kept: it is read when the server starts, if it is there, and written
     * when the server closes. By default they are forgotten then.
     */
    public MockServerBuilder stateFile(Path stateFile) {
        this.stateFile = stateFile;
        return this;
    }

    /** Another document, with what answers its operations. */
    MockServerBuilder api(Document document, Behaviour... behaviours) {
        this.document = document;
        this.behaviours = List.of(behaviours);
        return this;
    }

    /** What may be shown of the options. */
    ServerOptions options(RunStore kept) {
        return ServerOptions.builder()
                .tasks(tasks.stream().sorted().toList())
                .anyKey(keys.isEmpty())
                .rules(rules.name().toLowerCase(Locale.ROOT))
                .maxBodyBytes(maxBodyBytes)
                .maxRequests(maxRequests)
                .stateFile(stateFile == null ? null : stateFile.toString())
                .store(kept.isShared() ? kept.toString() : "memory")
                .build();
    }

    /** Whether the store is closed with the server. */
    boolean ownsStore() {
        return store == null;
    }

    RunStore store() {
        if (storeUrl == null) {
            return store == null ? new MemoryRunStore(maxRuns) : store;
        }
        if (stateFile != null) {
            throw new IllegalArgumentException("State file %s: must not be given with a store that servers share: %s"
                    .formatted(stateFile, storeUrl));
        }
        try {
            return new RedisRunStore(storeUrl, maxRuns);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Store %s: needs redis.clients:jedis on the class path".formatted(storeUrl), e);
        }
    }

    RunEngine engine(RunStore kept) {
        return new RunEngine(kept, clock, random, plan, handlerThreads);
    }

    /**
     * Starts a server; it listens when this returns.
     *
     * @throws UncheckedIOException when it cannot listen, such as on a port in use
     * @throws IllegalArgumentException when the state file is there and is none, or could not be written; the message
     *     says where and what was expected
     * @throws StoreUnavailableException when the store cannot be reached
     */
    public MockServer start() {
        return new MockServer(this);
    }
}
