/** How the parts of a server share the heap. */
@NullMarked
package io.github.triggerapi.mock.memory;

import org.jspecify.annotations.NullMarked;
