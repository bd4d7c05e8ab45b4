/**
 * The client of the Trigger.dev REST API in Spring Boot applications: auto-configuration of a {@link
 * io.github.triggerapi.client.TriggerClient} bean by the properties {@code trigger.*}, metrics of its calls, and a health
 * indicator.
 */
@NullMarked
package io.github.triggerapi.spring;

import org.jspecify.annotations.NullMarked;
