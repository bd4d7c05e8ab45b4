/** Proves that the document, the client, the stubs and the mock server say the same, and that it would notice if not. */
@NullMarked
package io.github.triggerapi.contract;

import org.jspecify.annotations.NullMarked;
