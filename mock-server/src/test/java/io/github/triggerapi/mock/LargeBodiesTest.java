package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** More large bodies at once than there is memory for. */
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class LargeBodiesTest {
    /** Of which an eighth of 64 MiB does not hold all. */
    private static final int UPLOADS = 6;

    private static final byte[] PART = "x".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD = "POST /api/v1/tasks/my-task/trigger HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer tr_dev_1\r\nContent-Type: application/json\r\nContent-Length: 3000000\r\n\r\n";

    @Test
    void areRefusedAndOthersServed() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        "0")
                .start();
        List<Socket> sockets = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            Caller caller = Caller.at(URI.create(line.substring(line.indexOf("http"))));
            for (int i = 0; i < UPLOADS; i++) {
                sockets.add(upload(caller.url()));
            }
            assertThat(caller.answer()).startsWith("200 ");
            Socket refused = firstAnswered(sockets);
            while (refused == null) {
                Thread.onSpinWait();
                refused = firstAnswered(sockets);
            }
            assertThat(new String(refused.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 503");

            for (Socket socket : sockets) {
                socket.close();
            }
            Caller large = caller.body("{\"payload\":\"" + "x".repeat(2_900_000) + "\"}");
            String answer = large.answer();
            while (answer.startsWith("503 ")) {
                answer = large.answer();
            }
            assertThat(answer).startsWith("200 ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Socket upload(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(PART);
        return socket;
    }

    private static Socket firstAnswered(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                return socket;
            }
        }
        return null;
    }
}
