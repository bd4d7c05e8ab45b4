/** Reads a revision from wherever it is: an address, a file, or pages of documentation. */
@NullMarked
package io.github.triggerapi.update.source;

import org.jspecify.annotations.NullMarked;
