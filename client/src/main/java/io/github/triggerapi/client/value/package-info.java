/**
 * Makes and reads the texts that the document leaves to prose: durations, points in time, idempotency keys and JSON.
 *
 * <p>What is made here is what the service understands. What it would ignore or cut without a word is refused, by an
 * {@link java.lang.IllegalArgumentException} of one line.
 */
@NullMarked
package io.github.triggerapi.client.value;

import org.jspecify.annotations.NullMarked;
