/** Compares schemas by the sets of values that they accept. */
@NullMarked
package io.github.triggerapi.update.compare.schema;

import org.jspecify.annotations.NullMarked;
