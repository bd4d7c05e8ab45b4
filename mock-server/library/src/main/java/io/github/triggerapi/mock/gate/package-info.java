/** Lets in the requests that the document allows. */
@NullMarked
package io.github.triggerapi.mock.gate;

import org.jspecify.annotations.NullMarked;
