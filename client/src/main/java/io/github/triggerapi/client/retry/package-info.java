/**
 * When a request is tried again, and after how long.
 *
 * <p>A {@link io.github.triggerapi.client.TriggerClient} does so by itself; an OkHttp client of your own does with a
 * {@link io.github.triggerapi.client.retry.RetryInterceptor}.
 */
@NullMarked
package io.github.triggerapi.client.retry;

import org.jspecify.annotations.NullMarked;
