/** Retries requests. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.retry;

import org.jspecify.annotations.NullMarked;
