package io.github.triggerapi.mock.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("reads what all stores log")
class MemoryRunStoreTest extends RunStoreTest {
    @Override
    protected RunStore store(int maxRuns) {
        return new MemoryRunStore(maxRuns);
    }

    @Test
    void needsRoom() {
        assertThatThrownBy(() -> new MemoryRunStore(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void warnsOnceThatItForgets() {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(MemoryRunStore.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            RunStore store = store(1);
            for (int i = 0; i < 3; i++) {
                RunRequest request = RunRequest.builder("my-task", "dev").build();
                Run run = store.trigger(NewRun.of(request, "run_" + i, Instant.EPOCH))
                        .run();
                store.replace(run, run.toBuilder().status(RunStatus.COMPLETED).build());
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(warnings).singleElement().asString().contains("those that finished first are forgotten");
    }
}
