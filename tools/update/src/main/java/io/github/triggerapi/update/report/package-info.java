/** Reports in the terminal, in Markdown, in HTML and in the changelog. */
@NullMarked
package io.github.triggerapi.update.report;

import org.jspecify.annotations.NullMarked;
