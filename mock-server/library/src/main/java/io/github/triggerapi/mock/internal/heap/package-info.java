/** How the parts of a server share the heap. */
@NullMarked
package io.github.triggerapi.mock.internal.heap;

import org.jspecify.annotations.NullMarked;
