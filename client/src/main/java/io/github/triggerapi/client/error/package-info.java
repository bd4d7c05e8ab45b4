/** The ways a call may fail. All are unchecked, and all are a {@link io.github.triggerapi.client.error.TriggerException}. */
@NullMarked
package io.github.triggerapi.client.error;

import org.jspecify.annotations.NullMarked;
