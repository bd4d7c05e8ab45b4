/**
 * The client: {@link io.github.triggerapi.client.TriggerClient} makes the generated interfaces callable.
 *
 * <p>Beside it are the generated {@linkplain io.github.triggerapi.client.api interfaces} and
 * {@linkplain io.github.triggerapi.client.model models}, what a call may {@linkplain io.github.triggerapi.client.error end
 * in}, when it is {@linkplain io.github.triggerapi.client.retry tried again}, and
 * {@linkplain io.github.triggerapi.client.value values} that are written as text. The
 * <a href="https://github.com/triggerapi/trigger-api-java/tree/main/samples">samples</a> answer a question each: how to
 * trigger, set options, go on without waiting, tell errors apart, try again, bring an HTTP client, and test.
 */
@NullMarked
package io.github.triggerapi.client;

import org.jspecify.annotations.NullMarked;
