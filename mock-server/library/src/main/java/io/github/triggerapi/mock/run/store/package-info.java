/** Stores of runs: the interface that a store implements, and the values it takes and returns. */
@NullMarked
package io.github.triggerapi.mock.run.store;

import org.jspecify.annotations.NullMarked;
