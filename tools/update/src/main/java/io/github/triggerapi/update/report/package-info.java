/** Tells people what a revision is and what it means. */
@NullMarked
package io.github.triggerapi.update.report;

import org.jspecify.annotations.NullMarked;
