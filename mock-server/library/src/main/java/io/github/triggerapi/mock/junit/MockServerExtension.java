package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * A JUnit Jupiter extension that provides mock servers as parameters of tests and of their {@code @BeforeEach} and
 * {@code @AfterEach} methods. These may also have parameters for the {@link MockClock} of the server, and for whatever
 * {@link Builder#parameter} creates.
 *
 * <p>Use {@code @ExtendWith(MockServerExtension.class)} for the defaults, or {@code @RegisterExtension} with {@link
 * #builder()}.
 *
 * <p>Each test has a server of its own, also each invocation of a parameterized test, so tests may run in parallel. The
 * server starts when it is first needed, and closes after the {@code @AfterEach} methods, whether the test passes or
 * fails. If a {@code @BeforeAll} method has the server as a parameter, all tests of the class and of its nested classes
 * share that server. It is {@link MockServer#reset() reset} before each of them, which removes what the {@code @BeforeAll}
 * method has set for tasks, too, and they must not run in parallel.
 *
 * <p>When a test fails, a report entry and a suppressed exception of the failure list the runs, and the requests that
 * were rejected or got a fault. A test also fails if it begins an assertion of {@link MockAssertions} and does not end
 * it, because nothing would be checked.
 */
public final class MockServerExtension
        implements ParameterResolver, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final Namespace namespace = Namespace.create(MockServerExtension.class, new Object());
    private final UnaryOperator<MockServerBuilder> server;
    private final Map<Class<?>, Function<? super MockServer, ?>> parameters;

    /** Creates an extension with the defaults of {@link MockServer#builder()}. */
    public MockServerExtension() {
        this(new Builder());
    }

    private MockServerExtension(Builder builder) {
        server = builder.server;
        parameters = new LinkedHashMap<>(builder.parameters);
    }

    /** Returns a new builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameters.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.getDeclaringExecutable() instanceof Constructor<?>
                && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "A constructor cannot have a %s, as each test has its own: it can be a"
                                    .formatted(type.getSimpleName())
                            + " parameter of a test, or of a method with @BeforeEach");
        }
        Store store = context.getStore(namespace);
        StartedServer open = store.get(StartedServer.class, StartedServer.class);
        if (open == null) {
            open = new StartedServer(server, parameters);
            store.put(StartedServer.class, open);
        }
        return open.get(type);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // Only a server of an enclosing context: that of the test is new, and may have read a state.
        context.getParent()
                .map(enclosing -> enclosing.getStore(namespace).get(StartedServer.class, StartedServer.class))
                .ifPresent(shared -> shared.server().reset());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        StartedServer open = context.getStore(namespace).get(StartedServer.class, StartedServer.class);
        Optional<Throwable> failure =
                context.getExecutionException().filter(thrown -> !(thrown instanceof TestAbortedException));
        if (open == null || failure.isEmpty()) {
            close(context);
            return;
        }
        // Taken before closing, which interrupts handlers.
        RequestSummary summary = new RequestSummary(open.server());
        try {
            close(context);
        } catch (AssertionError | RuntimeException e) {
            failure.get().addSuppressed(e);
        }
        failure.get().addSuppressed(summary);
        context.publishReportEntry("mock server", summary.getMessage());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    /** Closes the server of this context, but not one of an enclosing context, which is still in use. */
    private void close(ExtensionContext context) {
        StartedServer own = context.getStore(namespace).remove(StartedServer.class, StartedServer.class);
        if (own != null) {
            own.close();
            UnfinishedAssertions.check(own.server());
        }
    }

    /** Builder for {@link MockServerExtension}; not safe for use by several threads. */
    public static final class Builder {
        private UnaryOperator<MockServerBuilder> server = UnaryOperator.identity();
        private final Map<Class<?>, Function<? super MockServer, ?>> parameters = new LinkedHashMap<>();

        private Builder() {
            parameters.put(MockServer.class, mock -> mock);
            parameters.put(MockClock.class, MockServer::clock);
        }

        /**
         * Configures each server. It is called for each of them, so a clock that it creates belongs to one server:
         * {@code server -> server.clock(MockClock.stoppedAt(instant))}.
         */
        public Builder server(UnaryOperator<MockServerBuilder> server) {
            this.server = server;
            return this;
        }

        /**
         * Adds a parameter of exactly this type, such as a client. It is created when it is first needed, once for a
         * server, and closed before the server if it is {@link AutoCloseable}.
         *
         * @param maker creates it for a server
         * @throws IllegalArgumentException if the type was added already
         */
        public <T> Builder parameter(Class<T> type, Function<? super MockServer, ? extends T> maker) {
            if (parameters.putIfAbsent(type, maker) != null) {
                throw new IllegalArgumentException("There is a %s already".formatted(type.getName()));
            }
            return this;
        }

        /** Builds the extension; the builder can be reused. */
        public MockServerExtension build() {
            return new MockServerExtension(this);
        }
    }
}
