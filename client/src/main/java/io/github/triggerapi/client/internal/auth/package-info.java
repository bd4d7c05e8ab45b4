/** The secret key, and the server that it is sent to. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.auth;

import org.jspecify.annotations.NullMarked;
