package io.github.triggerapi.mock.standalone;

import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.document.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a server as the command line does, sends it some requests, and exits. A Java virtual machine that archives the
 * classes loaded meanwhile ({@code -XX:ArchiveClassesAtExit}) starts servers faster with that archive.
 */
final class TrainingRun {
    private static final List<String> BODIES = Stream.concat(ClassPreloading.VALID_BODIES.stream(), Stream.of("[]"))
            .toList();

    private TrainingRun() {}

    /**
     * Exits with status 0 if all requests got a response.
     *
     * @param args ignored
     */
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Main.main(new String[] {"--host", "127.0.0.1", "--port", "0", "--log-format", "json"});
        String line = printed.toString(StandardCharsets.UTF_8);
        int port = URI.create(line.substring(line.indexOf("http")).strip()).getPort();
        boolean complete = send(port, "GET /health", "").contains(" 200 ");
        for (Operation operation : Document.bundled().operations()) {
            for (String body : BODIES) {
                String start = operation.method() + " " + ClassPreloading.path(operation);
                complete &= send(port, start, body).startsWith("HTTP/1.1 ");
            }
        }
        System.exit(complete ? 0 : 1);
    }

    private static String send(int port, String start, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Authorization: " + ClassPreloading.AUTHORIZATION + "\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
