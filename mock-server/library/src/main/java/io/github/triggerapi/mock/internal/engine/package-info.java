/** Creates runs and changes their status. */
@NullMarked
package io.github.triggerapi.mock.internal.engine;

import org.jspecify.annotations.NullMarked;
