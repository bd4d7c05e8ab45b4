package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.RunStore;
import io.github.triggerapi.mock.run.RunStoreConcurrencyTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RedisRunStoreConcurrencyTest extends RunStoreConcurrencyTest {
    @TempDir
    private static Path folder;

    private static RedisServer server;

    private final RedisStores stores = new RedisStores(server);

    @BeforeAll
    static void start() throws Exception {
        server = RedisServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    protected RunStore store(int maxRuns) {
        return stores.empty(maxRuns);
    }

    @Override
    protected int rounds() {
        return Integer.getInteger("mock.rounds", 100);
    }
}
