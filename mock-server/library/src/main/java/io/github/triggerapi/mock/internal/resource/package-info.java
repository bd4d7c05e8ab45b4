/** The operations that the mock server answers by code of its own. No other package names an operation. */
@NullMarked
package io.github.triggerapi.mock.internal.resource;

import org.jspecify.annotations.NullMarked;
