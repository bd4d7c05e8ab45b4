/** Serves HTTP: takes connections, brings requests to JAX-RS resources, and writes answers. */
@NullMarked
package io.github.triggerapi.mock.http;

import org.jspecify.annotations.NullMarked;
