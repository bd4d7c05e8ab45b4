/** Converts bodies to and from JSON. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.converter;

import org.jspecify.annotations.NullMarked;
