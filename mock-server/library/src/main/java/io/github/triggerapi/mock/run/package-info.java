/**
 * Runs and what becomes of them: their states, queues, limits, keys and times. Knows nothing of HTTP and of the document.
 */
@NullMarked
package io.github.triggerapi.mock.run;

import org.jspecify.annotations.NullMarked;
