package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Provides a Redis, a proxy in front of it, and a mock server that keeps its runs there, for each test. */
final class ProxiedStore implements BeforeEachCallback, AfterEachCallback {
    private final UnaryOperator<MockServerBuilder> settings;
    private final Duration timeout;
    private Path directory;
    private RedisServer redis;
    private RedisProxy proxy;
    private RedisRunStore store;
    private MockServer server;

    /** @param timeout how long the server waits for the store */
    ProxiedStore(Duration timeout, UnaryOperator<MockServerBuilder> settings) {
        this.timeout = timeout;
        this.settings = settings;
    }

    RedisServer redis() {
        return redis;
    }

    RedisProxy proxy() {
        return proxy;
    }

    MockServer server() {
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        directory = Files.createTempDirectory("redis");
        redis = RedisServer.start(directory);
        proxy = RedisProxy.to(redis);
        store = new RedisRunStore(RedisUrl.of(proxy.url()), 100_000, timeout);
        server = settings.apply(MockServer.builder().store(store)).start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (proxy != null) {
            proxy.open();
        }
        for (AutoCloseable closeable : Stream.of(server, store, proxy, redis)
                .filter(started -> started != null)
                .toList()) {
            closeable.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
