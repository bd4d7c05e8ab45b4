package io.github.triggerapi.spring.test;

import io.github.triggerapi.mock.MockClock;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Adds a mock server and its properties to a context. Contexts with equal customizers are the same in the cache of contexts.
 *
 * @param server configures the server
 */
record MockContextCustomizer(Class<? extends UnaryOperator<MockServerBuilder>> server) implements ContextCustomizer {

    static final String BEAN = "triggerMockServer";

    /** A key for development that no service accepts. */
    private static final String SECRET_KEY = "tr_dev_mock";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableListableBeanFactory beans = context.getBeanFactory();
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
        RootBeanDefinition definition = new RootBeanDefinition(MockServer.class, this::start);
        definition.setDestroyMethodName("close");
        registry.registerBeanDefinition(BEAN, definition);
        Supplier<MockServer> mock = () -> beans.getBean(BEAN, MockServer.class);
        registry.registerBeanDefinition(
                "triggerMockClock",
                new RootBeanDefinition(MockClock.class, () -> mock.get().clock()));
        context.getEnvironment().getPropertySources().addFirst(new MockPropertySource(mock));
    }

    private MockServer start() {
        return BeanUtils.instantiateClass(server)
                .apply(MockServer.builder().port(0))
                .start();
    }

    /** The properties of the client. The first one that needs the server starts it, however early in the refresh. */
    private static final class MockPropertySource extends EnumerablePropertySource<Map<String, Supplier<String>>> {

        MockPropertySource(Supplier<MockServer> mock) {
            super(
                    "trigger mock server",
                    Map.of(
                            "trigger.enabled", () -> "true",
                            "trigger.secret-key", () -> SECRET_KEY,
                            "trigger.api-url", () -> mock.get().url().toString()));
        }

        @Override
        public String[] getPropertyNames() {
            return source.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            Supplier<String> value = source.get(name);
            return value == null ? null : value.get();
        }
    }
}
