/**
 * The exceptions that calls throw. All are unchecked, and subclasses of
 * {@link io.github.triggerapi.client.error.TriggerException}.
 */
@NullMarked
package io.github.triggerapi.client.error;

import org.jspecify.annotations.NullMarked;
