/** Compares descriptions and other parts of the spec that programs do not depend on. */
@NullMarked
package io.github.triggerapi.update.compare.prose;

import org.jspecify.annotations.NullMarked;
