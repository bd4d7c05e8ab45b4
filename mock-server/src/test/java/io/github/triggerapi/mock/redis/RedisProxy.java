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

/** Stands between a store and its server: delays what goes either way, or holds scripts back until a test lets them go. */
public final class RedisProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Duration delay;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean holding;
    private int held;
    private long releases;

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

    private void listen() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> pump(client, server, true));
                threads.execute(() -> pump(server, client, false));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // As the proxy is.
        }
    }

    private void pump(Socket from, Socket to, boolean holds) {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        sockets.add(from);
        try (from;
                to) {
            byte[] buffer = new byte[65536];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, read);
                if (holds) {
                    waitWhileHeld(new String(bytes, StandardCharsets.ISO_8859_1));
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

    private synchronized void waitWhileHeld(String command) throws InterruptedException {
        if (holding && command.contains("EVALSHA")) {
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
