/** OpenAPI documents as trees, each value with its JSON pointer. */
@NullMarked
package io.github.triggerapi.openapi;

import org.jspecify.annotations.NullMarked;
