/** The OpenAPI document as the mock reads it: its operations and schemas, and the answers it shows. */
@NullMarked
package io.github.triggerapi.mock.document;

import org.jspecify.annotations.NullMarked;
