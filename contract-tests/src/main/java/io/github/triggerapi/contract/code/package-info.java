/** Compares the document with the generated code, as both stand. */
@NullMarked
package io.github.triggerapi.contract.code;

import org.jspecify.annotations.NullMarked;
