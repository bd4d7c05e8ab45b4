/** Threads of the server. */
@NullMarked
package io.github.triggerapi.mock.internal.concurrent;

import org.jspecify.annotations.NullMarked;
