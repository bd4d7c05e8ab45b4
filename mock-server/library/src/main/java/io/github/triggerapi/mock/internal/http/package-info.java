/** HTTP: connections, requests, and dispatch to JAX-RS resources. */
@NullMarked
package io.github.triggerapi.mock.internal.http;

import org.jspecify.annotations.NullMarked;
