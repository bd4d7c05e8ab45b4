/** Builds everything from a revision, apart from the repository, and tells what came of it. */
@NullMarked
package io.github.triggerapi.update.proof;

import org.jspecify.annotations.NullMarked;
