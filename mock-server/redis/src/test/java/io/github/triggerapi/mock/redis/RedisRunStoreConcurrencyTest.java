package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreConcurrencyTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRunStoreConcurrencyTest extends RunStoreConcurrencyTest {
    @RegisterExtension
    static final RedisStores stores = new RedisStores();

    @Override
    protected RunStore store(int maxRuns) {
        return stores.empty(maxRuns);
    }

    @Override
    protected int rounds() {
        return Integer.getInteger("mock.rounds", 50);
    }
}
