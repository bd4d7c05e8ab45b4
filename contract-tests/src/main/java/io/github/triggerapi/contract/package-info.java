/** The contract gate: proves that document, client, stubs and mock server agree, and that it would detect a difference. */
@NullMarked
package io.github.triggerapi.contract;

import org.jspecify.annotations.NullMarked;
