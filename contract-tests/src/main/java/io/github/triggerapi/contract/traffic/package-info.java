/** Sends generated requests through the client, and generated responses through the stubs, and compares what arrives. */
@NullMarked
package io.github.triggerapi.contract.traffic;

import org.jspecify.annotations.NullMarked;
