/** The OpenAPI document as the mock server reads it: operations, schemas and example responses. */
@NullMarked
package io.github.triggerapi.mock.internal.document;

import org.jspecify.annotations.NullMarked;
