/** Static comparison of the document with the generated code. */
@NullMarked
package io.github.triggerapi.contract.code;

import org.jspecify.annotations.NullMarked;
