/** What a mock server shows of itself and how it is steered, over HTTP: resources for the document of control. */
@NullMarked
package io.github.triggerapi.mock.control;

import org.jspecify.annotations.NullMarked;
