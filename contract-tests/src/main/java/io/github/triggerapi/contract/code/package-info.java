/**
 * Static comparison of the OpenAPI document with the generated code. A difference is a {@link
 * io.github.triggerapi.contract.code.Finding}.
 */
@NullMarked
package io.github.triggerapi.contract.code;

import org.jspecify.annotations.NullMarked;
