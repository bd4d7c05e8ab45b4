/**
 * Formats and parses values that the spec describes in prose: durations, date-times, idempotency keys and JSON.
 *
 * <p>The formatted values are those that the service understands. Values that it would silently ignore or truncate are
 * rejected with an {@link java.lang.IllegalArgumentException}, whose message is a single line.
 */
@NullMarked
package io.github.triggerapi.client.value;

import org.jspecify.annotations.NullMarked;
