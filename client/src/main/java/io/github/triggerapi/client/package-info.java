/**
 * The client: {@link io.github.triggerapi.client.TriggerClient} implements the generated interfaces.
 *
 * <p>The other packages contain the generated {@linkplain io.github.triggerapi.client.api interfaces} and
 * {@linkplain io.github.triggerapi.client.model models}, their {@linkplain io.github.triggerapi.client.call calls}, the
 * {@linkplain io.github.triggerapi.client.error exceptions}, the
 * {@linkplain io.github.triggerapi.client.retry retry policy}, and formatters and parsers of
 * {@linkplain io.github.triggerapi.client.value values}. Packages named {@code internal} are not part of the public API.
 *
 * <p>The <a href="https://github.com/triggerapi/trigger-api-java/tree/main/samples">samples</a> show how to trigger tasks,
 * set options, send calls without waiting, handle errors, retry, use an HTTP client of your own, and test.
 */
@NullMarked
package io.github.triggerapi.client;

import org.jspecify.annotations.NullMarked;
