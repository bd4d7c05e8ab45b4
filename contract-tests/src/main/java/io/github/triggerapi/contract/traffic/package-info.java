/** Checks that send generated requests and responses through client, stubs and mock server. */
@NullMarked
package io.github.triggerapi.contract.traffic;

import org.jspecify.annotations.NullMarked;
