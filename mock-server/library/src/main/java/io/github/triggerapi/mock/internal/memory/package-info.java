/** The store that keeps runs in memory. */
@NullMarked
package io.github.triggerapi.mock.internal.memory;

import org.jspecify.annotations.NullMarked;
