package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.store.RunStoreProvider;
import java.util.Set;

/** Opens stores in Redis or Valkey. Users do not need it: the mock server finds it on the class path. */
public final class RedisRunStoreProvider implements RunStoreProvider {
    @Override
    public Set<String> schemes() {
        return Set.of("redis", "rediss");
    }

    @Override
    public Location locate(String url) {
        return RedisUrl.of(url);
    }
}
