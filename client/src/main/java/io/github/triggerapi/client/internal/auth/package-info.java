/** The credentials, and the server that they are sent to. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.auth;

import org.jspecify.annotations.NullMarked;
