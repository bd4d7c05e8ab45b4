/** Checks that the document, the client, the stubs and the mock server say the same. */
@NullMarked
package io.github.triggerapi.contract;

import org.jspecify.annotations.NullMarked;
