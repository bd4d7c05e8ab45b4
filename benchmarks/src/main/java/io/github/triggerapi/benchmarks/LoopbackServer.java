package io.github.triggerapi.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Responds to every request immediately with a constant, so that only the work of the callers is measured. Prints its free
 * port, and exits at the end of its standard input.
 */
final class LoopbackServer {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final String BODY = "{\"id\":\"run_1234567890abcdefghijk\"}";
    private static final byte[] RESPONSE = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private LoopbackServer() {}

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        System.out.println(server.getLocalPort());
        background(() -> {
            while (true) {
                Socket socket = server.accept();
                background(() -> serve(socket));
            }
        });
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void serve(Socket socket) throws IOException {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                Matcher length = LENGTH.matcher(head(in));
                if (!length.find()) {
                    throw new IOException("request without Content-Length");
                }
                in.skipNBytes(Long.parseLong(length.group(1)));
                socket.getOutputStream().write(RESPONSE);
            }
        } catch (EOFException e) {
            // The client closed the connection.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void background(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                System.err.println(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException;
    }
}
