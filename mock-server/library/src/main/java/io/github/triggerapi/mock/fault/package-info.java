/** Faults that a mock server makes on purpose, so that tests see how callers cope. */
@NullMarked
package io.github.triggerapi.mock.fault;

import org.jspecify.annotations.NullMarked;
