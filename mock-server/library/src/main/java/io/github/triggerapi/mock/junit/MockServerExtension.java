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
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests of JUnit Jupiter a mock server: as a parameter of a test or of its {@code @BeforeEach} and
 * {@code @AfterEach} methods, which may also name the {@link MockClock} of the server and whatever
 * {@link Builder#parameter} makes.
 *
 * <p>{@code @ExtendWith(MockServerExtension.class)} has it with the defaults; {@code @RegisterExtension} takes what
 * {@link #builder()} makes.
 *
 * <p>Each test has a server of its own, each invocation of a parameterized one too, so tests may run at the same time. It
 * starts when it is first asked for and closes after the {@code @AfterEach} methods, whatever became of the test. If a
 * {@code @BeforeAll} method asks for the server, the tests of the class and of its nested classes share that one; it is
 * not {@link MockServer#reset() reset} between them.
 *
 * <p>When a test fails, what arrived at its server is told in a report entry and in a suppressed exception of the
 * failure: the runs, and the requests that were refused or met by a fault. A test fails if it begins an assertion of {@link MockAssertions}
 * that has no end and so checks nothing.
 */
public final class MockServerExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    private final Namespace namespace = Namespace.create(MockServerExtension.class, new Object());
    private final UnaryOperator<MockServerBuilder> server;
    private final Map<Class<?>, Function<? super MockServer, ?>> parameters;

    /** With the defaults of {@link MockServer#builder()}. */
    public MockServerExtension() {
        this(new Builder());
    }

    private MockServerExtension(Builder builder) {
        server = builder.server;
        parameters = new LinkedHashMap<>(builder.parameters);
    }

    /** Starts with the defaults. */
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
    public void afterEach(ExtensionContext context) {
        StartedServer open = context.getStore(namespace).get(StartedServer.class, StartedServer.class);
        Optional<Throwable> failure =
                context.getExecutionException().filter(thrown -> !(thrown instanceof TestAbortedException));
        if (open == null || failure.isEmpty()) {
            close(context);
            return;
        }
        // Closing interrupts handlers, which is no news of the test.
        RequestSummary arrived = new RequestSummary(open.server());
        try {
            close(context);
        } catch (AssertionError | RuntimeException e) {
            failure.get().addSuppressed(e);
        }
        failure.get().addSuppressed(arrived);
        context.publishReportEntry("mock server", arrived.getMessage());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    /** Closes what belongs to this context; what belongs to one around it is still in use. */
    private void close(ExtensionContext context) {
        StartedServer own = context.getStore(namespace).remove(StartedServer.class, StartedServer.class);
        if (own != null) {
            own.close();
            UnusedAssertions.check(own.server());
        }
    }

    /** Collects how the servers are to be and what tests may ask for; a builder is for one thread. */
    public static final class Builder {
        private UnaryOperator<MockServerBuilder> server = UnaryOperator.identity();
        private final Map<Class<?>, Function<? super MockServer, ?>> parameters = new LinkedHashMap<>();

        private Builder() {
            parameters.put(MockServer.class, mock -> mock);
            parameters.put(MockClock.class, MockServer::clock);
        }

        /**
         * How each server is to be; called for each of them anew. A clock that is made here is the clock of one server:
         * {@code server -> server.clock(MockClock.stoppedAt(instant))}.
         */
        public Builder server(UnaryOperator<MockServerBuilder> server) {
            this.server = server;
            return this;
        }

        /**
         * Lets tests have a parameter of exactly this type, such as a client. It is made when it is first asked for, once
         * for a server, and closed before the server if it is {@link AutoCloseable}.
         *
         * @param maker makes it for a server
         * @throws IllegalArgumentException where the type has a maker already
         */
        public <T> Builder parameter(Class<T> type, Function<? super MockServer, ? extends T> maker) {
            if (parameters.putIfAbsent(type, maker) != null) {
                throw new IllegalArgumentException("There is a %s already".formatted(type.getName()));
            }
            return this;
        }

        /** Makes the extension. */
        public MockServerExtension build() {
            return new MockServerExtension(this);
        }
    }
}
