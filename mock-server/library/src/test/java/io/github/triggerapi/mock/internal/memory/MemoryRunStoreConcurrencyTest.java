package io.github.triggerapi.mock.internal.memory;

import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreConcurrencyTest;

class MemoryRunStoreConcurrencyTest extends RunStoreConcurrencyTest {
    @Override
    protected RunStore store(int maxRuns) {
        return new MemoryRunStore(maxRuns);
    }

    @Override
    protected int rounds() {
        return 1000;
    }
}
