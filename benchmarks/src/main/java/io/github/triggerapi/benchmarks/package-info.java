/** Measures a call by the client against the same call written by hand. */
@NullMarked
package io.github.triggerapi.benchmarks;

import org.jspecify.annotations.NullMarked;
