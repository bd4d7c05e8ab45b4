/** The operations that the mock server handles with code of its own. No other package names an operation. */
@NullMarked
package io.github.triggerapi.mock.internal.resource;

import org.jspecify.annotations.NullMarked;
