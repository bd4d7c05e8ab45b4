/** Formats messages of exceptions and logs. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.message;

import org.jspecify.annotations.NullMarked;
