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

/** A server on a socket, which can break HTTP. It reads one request of each connection. */
public final class RawServer implements AutoCloseable {

    /** Responds to a complete request. The connection is closed when it returns. */
    @FunctionalInterface
    public interface Handler {
        /** Writes the response. */
        void respond(Exchange exchange) throws IOException;
    }

    /**
     * A request, and the socket for its response.
     *
     * @param number of the request, from 1
     */
    public record Exchange(int number, String head, String body, Socket socket) {

        /** Returns the value of a header; empty if the request has none. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        /** Writes a string in ISO 8859-1. */
        public void write(String string) throws IOException {
            socket.getOutputStream().write(string.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** Writes a complete response. */
        public void respond(int status, String body, String... headers) throws IOException {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            write("HTTP/1.1 " + status + " Status\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                    + more + "\r\n" + body);
        }

        /** Resets the connection. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private final ServerSocket listener;
    private final Handler handler;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Exchange> requests = new CopyOnWriteArrayList<>();

    private RawServer(Handler handler) throws IOException {
        this.handler = handler;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    /** Starts a server. */
    public static RawServer start(Handler handler) {
        try {
            return new RawServer(handler);
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
            handler.respond(exchange);
        } catch (IOException e) {
            // The client closed the connection.
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

    /** Returns a URL with an address, as a host name may have two. */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Returns the requests so far. */
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
