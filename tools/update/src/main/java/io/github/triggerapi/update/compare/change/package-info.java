/** Changes between two revisions, and their effect on callers and implementers. */
@NullMarked
package io.github.triggerapi.update.compare.change;

import org.jspecify.annotations.NullMarked;
