package io.github.triggerapi.mock;

import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.document.Operation;
import io.github.triggerapi.mock.document.Operations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Starts a server as the command line does, lets it answer some requests, and ends. A Java that is told to archive the
 * classes that it loaded meanwhile starts servers faster with that archive.
 */
final class Prepare {
    private Prepare() {}

    /**
     * Exits with 0 when all was answered.
     *
     * @param args are of no account
     */
    public static void main(String[] args) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Main.main(new String[] {"--host", "127.0.0.1", "--port", "0", "--log-format", "json"});
        String line = printed.toString(StandardCharsets.UTF_8);
        int port = URI.create(line.substring(line.indexOf("http")).strip()).getPort();
        boolean answered = answer(port, "GET /health", "").contains(" 200 ");
        for (Operation operation : Operations.of(Document.bundled())) {
            for (String body : WarmUp.BODIES) {
                String start = operation.method() + " " + WarmUp.path(operation);
                answered &= answer(port, start, body).startsWith("HTTP/1.1 ");
            }
        }
        System.exit(answered ? 0 : 1);
    }

    private static String answer(int port, String start, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String text =
                    start + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                            + "Authorization: " + WarmUp.AUTHORIZATION + "\r\nContent-Length: " + body.length()
                            + "\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
