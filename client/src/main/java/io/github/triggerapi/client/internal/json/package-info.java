/** JSON support for generated models: internal, and subject to change without notice. */
@NullMarked
package io.github.triggerapi.client.internal.json;

import org.jspecify.annotations.NullMarked;
