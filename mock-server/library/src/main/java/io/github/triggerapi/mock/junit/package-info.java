/**
 * The mock server in tests: an extension of JUnit Jupiter that gives each test a server of its own, and assertions on
 * what arrived there. The assertions work without JUnit as well; the extension needs {@code junit-jupiter-api}, which a
 * project with Jupiter tests has.
 */
@NullMarked
package io.github.triggerapi.mock.junit;

import org.jspecify.annotations.NullMarked;
