/** The client: {@link io.github.triggerapi.client.TriggerClient} makes the generated interfaces callable. */
@NullMarked
package io.github.triggerapi.client;

import org.jspecify.annotations.NullMarked;
