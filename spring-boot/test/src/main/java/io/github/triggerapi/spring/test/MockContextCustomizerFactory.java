package io.github.triggerapi.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Customizes the contexts of test classes with {@link AutoConfigureTriggerMock}, also those nested in them. */
final class MockContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        AutoConfigureTriggerMock mock =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureTriggerMock.class);
        return mock == null ? null : new MockContextCustomizer(mock.server());
    }
}
