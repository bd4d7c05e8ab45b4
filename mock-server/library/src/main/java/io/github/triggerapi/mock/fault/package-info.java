/** What goes wrong on purpose, so that callers can be tried. Knows nothing of HTTP connections and of the document. */
@NullMarked
package io.github.triggerapi.mock.fault;

import org.jspecify.annotations.NullMarked;
