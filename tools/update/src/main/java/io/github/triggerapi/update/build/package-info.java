/** Builds and tests a revision in a copy of the repository. */
@NullMarked
package io.github.triggerapi.update.build;

import org.jspecify.annotations.NullMarked;
