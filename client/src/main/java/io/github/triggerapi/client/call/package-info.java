/** Calls of the generated interfaces, and their responses. */
@NullMarked
package io.github.triggerapi.client.call;

import org.jspecify.annotations.NullMarked;
