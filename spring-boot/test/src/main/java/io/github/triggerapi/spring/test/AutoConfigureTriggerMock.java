package io.github.triggerapi.spring.test;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;

/**
 * Gives the application of a test a mock server in place of the service, whatever its properties {@code trigger.enabled},
 * {@code trigger.secret-key} and {@code trigger.api-url} are.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureTriggerMock
 * class ShippingTest {
 *     @Autowired
 *     Shipping shipping;
 *
 *     @Autowired
 *     MockServer mock;
 *
 *     @Test
 *     void triggersTheTask() {
 *         shipping.ship("4711");
 *         assertThat(mock).triggered("ship-order").once();
 *     }
 * }
 * }</pre>
 *
 * <p>There is one server for each application context, as beans of the types {@link MockServer} and {@link MockClock}. It
 * starts with the context, is {@link MockServer#reset() reset} before each test, and closes with the context. Tests that share
 * a context must not run at the same time.
 *
 * <p>When a test fails, a suppressed exception of the failure lists the runs, and the requests that were rejected or got a
 * fault. A test also fails if it begins an assertion of {@link io.github.triggerapi.mock.junit.MockAssertions} and does not
 * end it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureTriggerMock {

    /**
     * Configures the server. The class needs a constructor without parameters. Tests with different classes have different
     * contexts.
     */
    Class<? extends UnaryOperator<MockServerBuilder>> server() default Defaults.class;

    /** A server with the defaults of {@link MockServer#builder()}, on any free port. */
    final class Defaults implements UnaryOperator<MockServerBuilder> {

        /** Creates the default of {@link AutoConfigureTriggerMock#server}. */
        public Defaults() {}

        @Override
        public MockServerBuilder apply(MockServerBuilder builder) {
            return builder;
        }
    }
}
