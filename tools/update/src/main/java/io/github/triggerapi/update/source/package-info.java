/** Reads a revision from URLs, files and pages of documentation. */
@NullMarked
package io.github.triggerapi.update.source;

import org.jspecify.annotations.NullMarked;
