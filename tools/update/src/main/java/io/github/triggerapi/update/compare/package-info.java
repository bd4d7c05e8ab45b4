/** Compares two revisions of a document, and tells what each difference means to whom. */
@NullMarked
package io.github.triggerapi.update.compare;

import org.jspecify.annotations.NullMarked;
