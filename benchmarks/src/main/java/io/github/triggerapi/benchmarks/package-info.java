/** Benchmarks that compare the client with the same call written by hand. */
@NullMarked
package io.github.triggerapi.benchmarks;

import org.jspecify.annotations.NullMarked;
