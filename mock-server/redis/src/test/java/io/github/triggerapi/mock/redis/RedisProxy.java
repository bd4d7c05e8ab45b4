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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between a store and its server. It delays what goes either way, holds scripts back until a test lets them go, and
 * loses replies.
 */
public final class RedisProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Duration delay;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean holding;
    private int held;
    private long releases;
    private int untilLost;

    private RedisProxy(int target, Duration delay) throws IOException {
        this.target = target;
        this.delay = delay;
        this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    /**
     * A proxy that listens.
     *
     * @param delay how long everything takes in each direction
     */
    public static RedisProxy to(RedisServer server, Duration delay) throws IOException {
        return new RedisProxy(server.port(), delay);
    }

    /** What a store connects to. */
    public String url() {
        return "redis://127.0.0.1:" + listener.getLocalPort() + "/0";
    }

    /** Holds back the scripts that come from now on. */
    public synchronized void hold() {
        holding = true;
    }

    /** Waits until a number of scripts are held back at the same time; false where they are not in time. */
    public synchronized boolean awaitHeld(int count, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (held < count && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
        return held >= count;
    }

    /** Lets the scripts go that are held back now. */
    public synchronized void release() {
        releases++;
        held = 0;
        notifyAll();
    }

    /** Lets everything go from now on. */
    public synchronized void open() {
        holding = false;
        release();
    }

    /** Cuts a connection when the server has run a script, so that its reply is lost: 1 for the next script, and so on. */
    public synchronized void loseReply(int script) {
        untilLost = script;
    }

    private void listen() {
        try {
            while (true) {
                connect(listener.accept());
            }
        } catch (IOException | RejectedExecutionException closed) {
            // As the proxy is.
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
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
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
                Callable<Void> write = () -> {
                    to.getOutputStream().write(bytes);
                    return null;
                };
                later.schedule(write, delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (IOException | InterruptedException closed) {
            // By either side.
        } finally {
            sockets.remove(from);
            later.shutdownNow();
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
