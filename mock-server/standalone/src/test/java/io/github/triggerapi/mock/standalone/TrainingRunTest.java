package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class TrainingRunTest {
    @Test
    void exitsWhenAllRequestsHaveResponses() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingRun.class.getName())
                .redirectErrorStream(true)
                .start();
        // A busy computer may take longer than Vert.x expects.
        assertThat(process.inputReader().lines())
                .filteredOn(line -> !line.contains("SLF4JLogDelegate log") && !line.contains("has been blocked for "))
                .isEmpty();
        assertThat(process.waitFor()).isZero();
    }
}
