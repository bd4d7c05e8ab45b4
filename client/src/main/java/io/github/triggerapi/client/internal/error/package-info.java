/** Reads error responses, and removes the secret key from them. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.error;

import org.jspecify.annotations.NullMarked;
