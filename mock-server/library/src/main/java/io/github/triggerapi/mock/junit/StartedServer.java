package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A started server, with the objects that were created for it. */
final class StartedServer {
    private final Map<Class<?>, Function<? super MockServer, ?>> makers;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Deque<AutoCloseable> closeables = new ArrayDeque<>();
    private final MockServer server;

    StartedServer(UnaryOperator<MockServerBuilder> settings, Map<Class<?>, Function<? super MockServer, ?>> makers) {
        this.makers = makers;
        server = settings.apply(MockServer.builder()).start();
    }

    MockServer server() {
        return server;
    }

    /** Returns the value for a parameter of a type. */
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

    /**
     * Closes the created objects, the last first, and then the server in any case.
     *
     * @throws IllegalStateException if an object could not be closed
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
