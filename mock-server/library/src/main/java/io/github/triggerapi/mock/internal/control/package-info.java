/** The control API: shows what a mock server received and changes how it behaves. */
@NullMarked
package io.github.triggerapi.mock.internal.control;

import org.jspecify.annotations.NullMarked;
