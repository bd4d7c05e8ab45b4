package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLogTest {
    @Test
    void keepsTheLatestRuns() {
        RunLog log = new RunLog();
        for (int i = 0; i <= RunLog.LIMIT; i++) {
            log.add(new Run("run_" + i, "my-task", "dev"));
        }
        assertThat(log.all()).hasSize(RunLog.LIMIT);
        assertThat(log.all().get(0).id()).isEqualTo("run_1");
    }
}
