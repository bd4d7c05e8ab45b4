package io.github.triggerapi.mock.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A proxy between a store and its server. It holds scripts back until a test releases them, and loses replies. */
final class RedisProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean holding;
    private int held;
    private long releases;
    private int untilLost;

    private RedisProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    /** Starts a proxy. */
    public static RedisProxy to(RedisServer server) throws IOException {
        return new RedisProxy(server.port());
    }

    /** Returns the URL that a store connects to. */
    public String url() {
        return "redis://127.0.0.1:" + listener.getLocalPort() + "/0";
    }

    /** Holds back the scripts that are sent from now on. */
    public synchronized void hold() {
        holding = true;
    }

    /** Waits until a number of scripts are held back at the same time; returns false if they are not in time. */
    public synchronized boolean awaitHeld(int count, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (held < count && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
        return held >= count;
    }

    /** Releases the scripts that are held back. */
    public synchronized void release() {
        releases++;
        held = 0;
        notifyAll();
    }

    /** Releases all scripts, and holds none back from now on. */
    public synchronized void open() {
        holding = false;
        release();
    }

    /** Closes the connection when the server has run the n-th script from now on, so that its reply is lost. */
    public synchronized void loseReply(int script) {
        untilLost = script;
    }

    private void listen() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException | RejectedExecutionException closed) {
            // The proxy is closed.
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException away) {
            client.close();
            return;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        AtomicBoolean losing = new AtomicBoolean();
        threads.execute(() -> pump(client, server, losing, true));
        threads.execute(() -> pump(server, client, losing, false));
    }

    private void pump(Socket from, Socket to, AtomicBoolean losing, boolean commands) {
        sockets.add(from);
        try (from;
                to) {
            byte[] buffer = new byte[65536];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, read);
                if (!commands && losing.get()) {
                    return;
                }
                if (commands && new String(bytes, StandardCharsets.ISO_8859_1).contains("EVALSHA")) {
                    waitWhileHeld();
                    losing.set(isLost());
                }
                to.getOutputStream().write(bytes);
            }
        } catch (IOException | InterruptedException closed) {
            // One side closed the connection.
        } finally {
            sockets.remove(from);
        }
    }

    private synchronized boolean isLost() {
        return untilLost > 0 && --untilLost == 0;
    }

    private synchronized void waitWhileHeld() throws InterruptedException {
        if (holding) {
            held++;
            notifyAll();
            for (long release = releases; release == releases; ) {
                wait();
            }
        }
    }

    @Override
    public void close() {
        open();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
