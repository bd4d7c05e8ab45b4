/** Compares two revisions of the spec and decides which part of the version must be incremented. */
@NullMarked
package io.github.triggerapi.update.compare;

import org.jspecify.annotations.NullMarked;
