/** The log of received requests. */
@NullMarked
package io.github.triggerapi.mock.internal.log;

import org.jspecify.annotations.NullMarked;
