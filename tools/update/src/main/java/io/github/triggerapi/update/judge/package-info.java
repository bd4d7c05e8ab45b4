/** Decides whether a document is one that this project can take in. */
@NullMarked
package io.github.triggerapi.update.judge;

import org.jspecify.annotations.NullMarked;
