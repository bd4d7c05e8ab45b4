/** Sets up a JAX-RS runtime that serves the interfaces. */
@NullMarked
package io.github.triggerapi.server.runtime;

import org.jspecify.annotations.NullMarked;
