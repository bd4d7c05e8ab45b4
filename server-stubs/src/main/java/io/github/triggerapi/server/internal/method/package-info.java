/** Reflection on the methods of resources. */
@NullMarked
package io.github.triggerapi.server.internal.method;

import org.jspecify.annotations.NullMarked;
