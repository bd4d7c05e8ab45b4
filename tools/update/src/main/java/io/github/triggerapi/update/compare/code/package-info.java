/** Compares the public API of the code that is generated from two revisions. */
@NullMarked
package io.github.triggerapi.update.compare.code;

import org.jspecify.annotations.NullMarked;
