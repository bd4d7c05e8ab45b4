package io.github.triggerapi.mock.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Redis for a test class, and stores in it, which are closed after each test. */
final class RedisStores implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final List<RedisRunStore> stores = new ArrayList<>();
    private Path directory;
    private RedisServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("redis");
        server = RedisServer.start(directory);
    }

    String url() {
        return server.url();
    }

    /** Returns a store without data. */
    RedisRunStore empty(int maxRuns) {
        server.clear();
        return another(maxRuns);
    }

    /** Returns a store with the current data. */
    RedisRunStore another(int maxRuns) {
        RedisRunStore store = new RedisRunStore(url(), maxRuns);
        stores.add(store);
        return store;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stores.forEach(RedisRunStore::close);
        stores.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
