/** Checks requests against the OpenAPI document. */
@NullMarked
package io.github.triggerapi.mock.internal.validation;

import org.jspecify.annotations.NullMarked;
