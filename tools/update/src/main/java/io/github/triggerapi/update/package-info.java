/** The command that updates the vendored spec to a new revision. */
@NullMarked
package io.github.triggerapi.update;

import org.jspecify.annotations.NullMarked;
