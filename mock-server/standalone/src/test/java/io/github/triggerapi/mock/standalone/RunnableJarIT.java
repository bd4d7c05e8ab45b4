package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar lacks no class that it needs. Each kind of request is sent to it once. */
@EnabledIfSystemProperty(named = "jar", matches = ".+")
@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
@Timeout(120)
class RunnableJarIT {
    private static final String TRIGGER = "POST /api/v1/tasks/t/trigger HTTP/1.1";
    private static final String KEY = "Authorization: Bearer tr_dev_1";
    private static final String JSON = "Content-Type: application/json";

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("jar")));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TRIGGER_MOCK_"));
        return builder.start();
    }

    private static String send(int port, byte[] body, String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return text(socket.getInputStream());
        }
    }

    private static String firstLine(int port, String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(utf8(line + "\r\nHost: localhost\r\n\r\n"));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        }
        return bytes.toByteArray();
    }

    @Test
    void respondsToEachKindOfRequest(@TempDir Path directory) throws Exception {
        Process process = start(
                "--port", "0", "--log", "--state", directory.resolve("state").toString());
        try {
            byte[] nothing = {};
            String started = process.inputReader(StandardCharsets.UTF_8).readLine();
            int port = URI.create(started.substring(started.indexOf("http"))).getPort();

            assertThat(send(port, utf8("{\"payload\":1}"), TRIGGER, KEY, JSON)).startsWith("HTTP/1.1 200 ");
            assertThat(send(port, gzip("{\"payload\":1}"), TRIGGER, KEY, JSON, "Content-Encoding: gzip"))
                    .startsWith("HTTP/1.1 200 ");
            assertThat(send(
                            port,
                            utf8("{\"payload\":\"" + "x".repeat(100_000) + "\"}"),
                            TRIGGER,
                            KEY,
                            JSON,
                            "Expect: 100-continue"))
                    .contains("HTTP/1.1 200 ");
            assertThat(send(port, utf8("[]"), TRIGGER, KEY, JSON)).startsWith("HTTP/1.1 400 ");
            assertThat(send(port, nothing, "GET / HTTP/1.1")).startsWith("HTTP/1.1 ");
            assertThat(send(port, nothing, "GET / HTTP/9.9")).startsWith("HTTP/1.1 505 ");
            for (String upgrade : List.of("h2c", "websocket")) {
                assertThat(send(
                                port,
                                nothing,
                                "GET /health HTTP/1.1",
                                "Upgrade: " + upgrade,
                                "HTTP2-Settings: AAMAAABkAAQAAP__",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
                        .startsWith("HTTP/1.1 200 ");
            }
            for (String path :
                    List.of("info", "runs", "requests", "faults", "clock", "openapi.yaml", "document.yaml", "state")) {
                assertThat(send(port, nothing, "GET /_mock/" + path + " HTTP/1.1"))
                        .as(path)
                        .startsWith("HTTP/1.1 200 ");
            }
            String state = send(port, nothing, "GET /_mock/state HTTP/1.1");
            String restored = state.substring(state.indexOf("\r\n\r\n") + 4);
            assertThat(send(port, utf8(restored), "PUT /_mock/state HTTP/1.1", JSON))
                    .startsWith("HTTP/1.1 20");
            assertThat(send(port, utf8("{\"kind\":\"status\",\"status\":503}"), "POST /_mock/faults HTTP/1.1", JSON))
                    .startsWith("HTTP/1.1 201 ");
            assertThat(send(port, utf8("{}"), TRIGGER, KEY, JSON)).startsWith("HTTP/1.1 503 ");
            assertThat(firstLine(port, "GET /_mock/events HTTP/1.1")).startsWith("HTTP/1.1 200 ");
        } finally {
            process.toHandle().destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        }
        assertThat(text(process.getErrorStream())).isEmpty();
        assertThat(directory.resolve("state")).content().contains("\"runs\"");
    }

    @Test
    void looksForRedis() throws Exception {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = unused.getLocalPort();
        }
        Process process = start("--port", "0", "--store", "redis://127.0.0.1:" + port);
        assertThat(text(process.getErrorStream())).startsWith("Store redis://127.0.0.1:" + port);
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
