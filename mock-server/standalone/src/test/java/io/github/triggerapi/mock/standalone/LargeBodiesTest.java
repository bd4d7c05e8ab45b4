package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.Caller;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** More large bodies at the same time than there is memory for. */
@Tag("independent")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class LargeBodiesTest {
    /** More than the budget for bodies in 64 MiB. */
    private static final int UPLOADS = 6;

    private static final List<String> FITS = List.of("200 ", "503 ");
    private static final List<String> FITS_NEVER = List.of("413 ", "503 ");

    private static final byte[] PART = "x".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII);
    private static final String HEAD = "POST /api/v1/tasks/my-task/trigger HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Bearer tr_dev_1\r\nContent-Type: application/json\r\nContent-Length: 3000000\r\n\r\n";

    private static Process process;
    private static Caller caller;

    @BeforeAll
    static void start() throws IOException {
        process = new ProcessBuilder(
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
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        caller = Caller.at(URI.create(line.substring(line.indexOf("http"))));
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    @Test
    void tooManyLargeBodiesAreRejectedAndOthersServed() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            sockets.add(upload(caller.url()));
        }
        assertThat(caller.statusAndBody()).startsWith("200 ");
        Socket rejected = firstWithResponse(sockets);
        while (rejected == null) {
            Thread.onSpinWait();
            rejected = firstWithResponse(sockets);
        }
        assertThat(new String(rejected.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 503");

        for (Socket socket : sockets) {
            socket.close();
        }
        assertThat(finalResponse("{\"payload\":\"" + "x".repeat(2_900_000) + "\"}"))
                .startsWith("200 ");
    }

    /** Parsed bodies take many times their bytes. */
    @Test
    void theLimitAppliesToTheParsedMemory() throws Exception {
        String objects = "{\"payload\":[" + "{},".repeat(999_000) + "{}]}";
        String tags = "{\"options\":{\"tags\":[" + "\"\",".repeat(900_000) + "\"\"]}}";
        String members = "{\"payload\":[" + "{\"id\":12345,\"name\":\"a name\"},".repeat(16_000) + "{}]}";
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> responses = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String body = List.of(objects, tags, members).get(i % 3);
                responses.add(callers.submit(() -> caller.body(body).statusAndBody()));
            }
            for (int i = 0; i < responses.size(); i++) {
                assertThat(responses.get(i).get().substring(0, 4)).isIn(i % 3 == 2 ? FITS : FITS_NEVER);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(finalResponse(objects)).startsWith("413 {\"error\":\"Request body takes more memory");
        assertThat(finalResponse(members)).startsWith("200 ");
        assertThat(caller.statusAndBody()).startsWith("200 ");
    }

    private static String finalResponse(String body) {
        String statusAndBody = caller.body(body).statusAndBody();
        while (statusAndBody.startsWith("503 ")) {
            statusAndBody = caller.body(body).statusAndBody();
        }
        return statusAndBody;
    }

    private static Socket upload(URI url) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(PART);
        return socket;
    }

    private static Socket firstWithResponse(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                return socket;
            }
        }
        return null;
    }
}
