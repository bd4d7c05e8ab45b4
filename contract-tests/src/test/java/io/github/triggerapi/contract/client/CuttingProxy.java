package io.github.triggerapi.contract.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Forwards requests to a server and closes the connection instead of, or during, some responses. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final URI target;
    private final Random random;
    private final double ratio;
    private final AtomicInteger cuts = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** @param ratio the ratio of responses to cut, from 0 to 1 */
    CuttingProxy(URI target, double ratio, long seed) {
        this.target = target;
        this.ratio = ratio;
        this.random = new Random(seed);
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Returns the number of incomplete responses. */
    int cuts() {
        return cuts.get();
    }

    private void listen() {
        try {
            while (!listener.isClosed()) {
                Socket caller = listener.accept();
                threads.execute(() -> serve(caller));
            }
        } catch (IOException | RejectedExecutionException e) {
            // Closed.
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket server = new Socket(target.getHost(), target.getPort())) {
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(caller.getInputStream());
            InputStream responses = new BufferedInputStream(server.getInputStream());
            boolean whole = true;
            while (whole) {
                byte[] request = message(requests);
                if (request.length == 0) {
                    return;
                }
                server.getOutputStream().write(request);
                // The server has processed the request.
                whole = response(caller, message(responses));
            }
        } catch (IOException e) {
            // The client closed the connection.
        }
    }

    /** Returns whether the response was sent completely. */
    private boolean response(Socket caller, byte[] response) throws IOException {
        OutputStream out = caller.getOutputStream();
        boolean whole;
        int length;
        boolean reset;
        synchronized (random) {
            whole = random.nextDouble() >= ratio;
            length = random.nextInt(response.length);
            reset = random.nextBoolean();
        }
        if (whole) {
            out.write(response);
            return true;
        }
        cuts.incrementAndGet();
        out.write(response, 0, reset ? 0 : length);
        if (reset) {
            caller.setSoLinger(true, 0);
        }
        return false;
    }

    /** Returns head and body of a message with {@code Content-Length}; empty at the end of the stream. */
    private static byte[] message(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        byte[] body = in.readNBytes(length);
        byte[] message = Arrays.copyOf(head.toString().getBytes(StandardCharsets.ISO_8859_1), head.length() + length);
        System.arraycopy(body, 0, message, head.length(), length);
        return message;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
