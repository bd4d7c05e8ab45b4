package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A server at work, with what was made for it. */
final class OpenServer {
    /** How many refused requests are kept, the last ones. */
    private static final int MAX_REFUSED = 20;

    private static final Pattern REFUSED = Pattern.compile(".* [45]\\d\\d");

    private final Map<Class<?>, Function<? super MockServer, ?>> makers;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Deque<AutoCloseable> closeables = new ArrayDeque<>();
    private final Deque<String> refused = new ArrayDeque<>();
    private final MockServer server;

    OpenServer(UnaryOperator<MockServerBuilder> settings, Map<Class<?>, Function<? super MockServer, ?>> makers) {
        this.makers = makers;
        server = settings.apply(MockServer.builder().accessLog(this::note)).start();
    }

    MockServer server() {
        return server;
    }

    /** What a parameter of a type is. */
    synchronized Object get(Class<?> type) {
        Object known = made.get(type);
        if (known == null) {
            known = Objects.requireNonNull(makers.get(type)).apply(server);
            made.put(type, Objects.requireNonNull(known, () -> "There is no " + type.getName()));
            if (known instanceof AutoCloseable closeable && known != server) {
                closeables.push(closeable);
            }
        }
        return known;
    }

    /** The requests that were refused last, each a line. */
    List<String> refused() {
        synchronized (refused) {
            return List.copyOf(refused);
        }
    }

    private void note(String line) {
        if (REFUSED.matcher(line).matches()) {
            synchronized (refused) {
                refused.add(line);
                if (refused.size() > MAX_REFUSED) {
                    refused.remove();
                }
            }
        }
    }

    /**
     * Closes what was made, the last first, and the server in any case.
     *
     * @throws IllegalStateException where something could not be closed
     */
    synchronized void close() {
        IllegalStateException failure = null;
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("Could not close what was made for the mock server");
                }
                failure.addSuppressed(e);
            }
        }
        server.close();
        if (failure != null) {
            throw failure;
        }
    }
}
