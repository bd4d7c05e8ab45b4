/** When requests are retried, and after which delays. */
@NullMarked
package io.github.triggerapi.client.retry;

import org.jspecify.annotations.NullMarked;
