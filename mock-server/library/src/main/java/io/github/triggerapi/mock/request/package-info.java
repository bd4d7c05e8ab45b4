/** The requests that a mock server received, and how it checks and logs them. */
@NullMarked
package io.github.triggerapi.mock.request;

import org.jspecify.annotations.NullMarked;
