/** A mock of the Trigger.dev REST API in the tests of a Spring Boot application. */
@NullMarked
package io.github.triggerapi.spring.test;

import org.jspecify.annotations.NullMarked;
