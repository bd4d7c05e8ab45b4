package io.github.triggerapi.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A server on a bare socket, which may misbehave as no HTTP server can. It reads one request of each connection. */
public final class RawServer implements AutoCloseable {

    /** Answers a request that has arrived whole. The connection closes when it returns. */
    @FunctionalInterface
    public interface Behaviour {
        /** Writes whatever it likes. */
        void answer(Exchange exchange) throws IOException;
    }

    /**
     * A request and the way back.
     *
     * @param number from 1, in the order of arrival
     */
    public record Exchange(int number, String head, String body, Socket socket) {

        /** The value of a header; empty where the request has none. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** Writes text as it is, byte for byte. */
        public void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** Writes a whole answer. */
        public void answer(int status, String body, String... headers) throws IOException {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            write("HTTP/1.1 " + status + " Status\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                    + more + "\r\n" + body);
        }

        /** Breaks the connection so that the other side cannot take it for its end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Exchange> requests = new CopyOnWriteArrayList<>();

    private RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    /** A server that listens already. */
    public static RawServer behaving(Behaviour behaviour) {
        try {
            return new RawServer(behaviour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            String length = new Exchange(0, head, "", socket).header("Content-Length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            Exchange exchange;
            synchronized (requests) {
                exchange =
                        new Exchange(requests.size() + 1, head, new String(body, StandardCharsets.ISO_8859_1), socket);
                requests.add(exchange);
            }
            behaviour.answer(exchange);
        } catch (IOException e) {
            // The client went away, which it may.
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** With an address in place of a name, which could stand for two. */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** What has arrived so far. */
    public List<Exchange> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
