/** JSON support for generated models and parameters: internal, and subject to change without notice. */
@NullMarked
package io.github.triggerapi.server.internal.json;

import org.jspecify.annotations.NullMarked;
