/** The time that engines go by. */
@NullMarked
package io.github.triggerapi.mock.internal.clock;

import org.jspecify.annotations.NullMarked;
