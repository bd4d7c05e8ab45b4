/** Compares operations: parameters, bodies, responses, security and servers. */
@NullMarked
package io.github.triggerapi.update.compare.operation;

import org.jspecify.annotations.NullMarked;
