package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Isolated;

/** The disconnection of slow listeners is logged, and they get the reason. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Isolated("reads what all servers log")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowListenersTest {
    /** Counts down at each log line about a disconnected listener. */
    private static final class Lines extends Handler {
        private final CountDownLatch lines = new CountDownLatch(1);

        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().startsWith("A listener reads events too slowly")) {
                lines.countDown();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void slowListenersGetTheReasonForDisconnection() throws IOException {
        Logger logger = Logger.getLogger("io.github.triggerapi.mock.internal.http.EventStream");
        Lines lines = new Lines();
        logger.addHandler(lines);
        String value = "\"" + "x".repeat(16_000) + "\"";
        Caller caller;
        MockServerBuilder builder = MockServer.builder();
        builder.maxEventBytes = 1_000_000;
        try (MockServer server = builder.start();
                Socket slow = new Socket()) {
            slow.setReceiveBufferSize(10_000);
            slow.connect(new InetSocketAddress("127.0.0.1", server.port()));
            caller = Caller.of(server).body("{\"payload\":%s,\"context\":%s}".formatted(value, value));
            slow.getOutputStream()
                    .write("GET /_mock/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (lines.lines.getCount() > 0) {
                assertThat(caller.statusAndBody()).startsWith("200 ");
            }
            String heard = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(heard)
                    .contains("event: run")
                    .containsPattern(
                            "event: dropped\ndata: \\{\"reason\":\"The listener reads too slowly: it was \\d+ events");
        } finally {
            logger.removeHandler(lines);
        }
    }
}
