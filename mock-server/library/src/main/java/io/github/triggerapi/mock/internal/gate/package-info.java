/** Checks requests against the OpenAPI document. */
@NullMarked
package io.github.triggerapi.mock.internal.gate;

import org.jspecify.annotations.NullMarked;
