/** Makes requests and sends calls. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.transport;

import org.jspecify.annotations.NullMarked;
