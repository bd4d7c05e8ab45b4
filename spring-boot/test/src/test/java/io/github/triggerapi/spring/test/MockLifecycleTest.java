package io.github.triggerapi.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.MockServerBuilder;
import io.github.triggerapi.mock.junit.MockAssertions;
import io.github.triggerapi.spring.test.Application.Shipping;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.Socket;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** When servers start, are shared and end. The classes with tests are run as JUnit would run them. */
class MockLifecycleTest {

    @SpringBootTest(classes = Application.class, properties = "test=lifecycle")
    @AutoConfigureTriggerMock
    static class First {
        void test() {}
    }

    @SpringBootTest(classes = Application.class, properties = "test=lifecycle")
    @AutoConfigureTriggerMock
    static class Same {
        void test() {}
    }

    static class Inherited extends First {}

    @SpringBootTest(classes = Application.class, properties = "test=lifecycle")
    @AutoConfigureTriggerMock(server = OneTask.class)
    static class OtherServer {
        void test() {}
    }

    private static final class OneTask implements UnaryOperator<MockServerBuilder> {
        @Override
        public MockServerBuilder apply(MockServerBuilder builder) {
            return builder.tasks("ship-order");
        }
    }

    @SpringBootTest(classes = WithoutMock.class)
    static class WithoutMock {
        void test() {}
    }

    private static ApplicationContext context(Class<?> testClass) {
        return new TestContextManager(testClass).getTestContext().getApplicationContext();
    }

    @Test
    void equalTestsShareAContextAndItsServer() {
        assertThat(context(Same.class)).isSameAs(context(First.class)).isSameAs(context(Inherited.class));
    }

    @Test
    void contextWithAnotherServerIsAnother() {
        MockServer first = context(First.class).getBean(MockServer.class);
        MockServer other = context(OtherServer.class).getBean(MockServer.class);

        assertThat(other.port()).isNotEqualTo(first.port());
        assertThat(other.tasks()).containsExactly("ship-order");
    }

    @Test
    void serverClosesWithItsContext() {
        @SpringBootTest(classes = Application.class, properties = "test=closing")
        @AutoConfigureTriggerMock
        class Closing {}

        TestContext test = new TestContextManager(Closing.class).getTestContext();
        int port = test.getApplicationContext().getBean(MockServer.class).port();
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);

        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(ConnectException.class);
    }

    /** One test after the other, as they share a server. */
    @Test
    void testsAreReset() throws Exception {
        @SpringBootTest(classes = Application.class, properties = "test=reset")
        @AutoConfigureTriggerMock
        class Tests {
            @SuppressWarnings("unused")
            void test() {}
        }
        TestContextManager manager = new TestContextManager(Tests.class);
        ApplicationContext context = manager.getTestContext().getApplicationContext();
        MockServer mock = context.getBean(MockServer.class);
        Object instance = this;
        Method method = Tests.class.getDeclaredMethod("test");

        context.getBean(Shipping.class).ship("4711");
        manager.beforeTestMethod(instance, method);
        assertThat(mock.runs()).isEmpty();

        context.getBean(Shipping.class).ship("4712");
        AssertionError failure = new AssertionError("as an example");
        manager.afterTestMethod(instance, method, failure);
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining("ship-order")
                .hasMessageContaining("4712");

        manager.beforeTestMethod(instance, method);
        var unfinished = MockAssertions.assertThat(mock).triggered("ship-order");
        assertThatThrownBy(() -> manager.afterTestMethod(instance, method, null))
                .hasMessageContaining("triggered(\"ship-order\") checks nothing without an end");

        manager.beforeTestMethod(instance, method);
        unfinished.never();
        manager.afterTestMethod(instance, method, null);
    }

    @Test
    void testsWithoutTheAnnotationAreNotAffected() throws Exception {
        TestContextManager manager = new TestContextManager(WithoutMock.class);
        Method method = WithoutMock.class.getDeclaredMethod("test");
        assertThat(manager.getTestContext().getApplicationContext().getBeansOfType(MockServer.class))
                .isEmpty();
        manager.beforeTestMethod(this, method);
        manager.afterTestMethod(this, method, null);
    }
}
