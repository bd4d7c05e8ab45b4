/** Takes in a new revision of the document. */
@NullMarked
package io.github.triggerapi.update;

import org.jspecify.annotations.NullMarked;
