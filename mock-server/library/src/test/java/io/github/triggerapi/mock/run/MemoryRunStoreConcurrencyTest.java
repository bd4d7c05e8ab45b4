package io.github.triggerapi.mock.run;

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
