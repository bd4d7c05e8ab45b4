package io.github.triggerapi.spring;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The health indicator, whose types have other packages in Spring Boot 3 and 4. The conditions of a nested class are read
 * only if those of the outer one hold, so that their classes need not be there.
 */
final class HealthConfigurations {

    private static final String INDICATOR = "triggerHealthIndicator";

    private HealthConfigurations() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    static class Boot3 {

        @Configuration(proxyBeanMethods = false)
        @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator("trigger")
        @ConditionalOnMissingBean(name = INDICATOR)
        static class Enabled {

            @Bean
            CallHealth triggerCallHealth() {
                return new CallHealth(InstantSource.system());
            }

            @Bean(INDICATOR)
            org.springframework.boot.actuate.health.HealthIndicator indicator(CallHealth health) {
                return () -> org.springframework.boot.actuate.health.Health.status(health.status())
                        .withDetails(health.details())
                        .build();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    static class Boot4 {

        @Configuration(proxyBeanMethods = false)
        @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("trigger")
        @ConditionalOnMissingBean(name = INDICATOR)
        static class Enabled {

            @Bean
            CallHealth triggerCallHealth() {
                return new CallHealth(InstantSource.system());
            }

            @Bean(INDICATOR)
            org.springframework.boot.health.contributor.HealthIndicator indicator(CallHealth health) {
                return () -> org.springframework.boot.health.contributor.Health.status(health.status())
                        .withDetails(health.details())
                        .build();
            }
        }
    }
}
