/** Merges the vendored document with a supplement: a second document with operations that the vendored one does not describe. */
@NullMarked
package io.github.triggerapi.openapi.merge;

import org.jspecify.annotations.NullMarked;
