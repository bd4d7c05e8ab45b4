package io.github.triggerapi.spring.test;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.junit.MockAssertions;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Resets the mock server before each test, and adds to the outcome of the test what is known of the server. */
final class MockTestExecutionListener extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (hasMock(test)) {
            mock(test).reset();
        }
    }

    @Override
    public void afterTestMethod(TestContext test) {
        // The test may have closed the context.
        if (hasMock(test) && test.hasApplicationContext()) {
            MockAssertions.endTest(mock(test), test.getTestException());
        }
    }

    private static boolean hasMock(TestContext test) {
        return TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), AutoConfigureTriggerMock.class);
    }

    private static MockServer mock(TestContext test) {
        return test.getApplicationContext().getBean(MockContextCustomizer.BEAN, MockServer.class);
    }
}
