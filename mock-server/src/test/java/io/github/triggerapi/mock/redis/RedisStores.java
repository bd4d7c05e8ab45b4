package io.github.triggerapi.mock.redis;

import java.util.ArrayList;
import java.util.List;

/** Stores on one server, which are closed together. */
final class RedisStores implements AutoCloseable {
    private final RedisServer server;
    private final List<RedisRunStore> stores = new ArrayList<>();

    RedisStores(RedisServer server) {
        this.server = server;
    }

    /** A store with nothing in it. */
    RedisRunStore empty(int maxRuns) {
        server.clear();
        return another(maxRuns);
    }

    /** A store with what is there. */
    RedisRunStore another(int maxRuns) {
        RedisRunStore store = new RedisRunStore(server.url(), maxRuns);
        stores.add(store);
        return store;
    }

    @Override
    public void close() {
        stores.forEach(RedisRunStore::close);
    }
}
