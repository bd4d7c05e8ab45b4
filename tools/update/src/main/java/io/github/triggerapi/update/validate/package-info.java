/** Validates a revision: rejects invalid or ambiguous specs, and warns of invalid examples. */
@NullMarked
package io.github.triggerapi.update.validate;

import org.jspecify.annotations.NullMarked;
