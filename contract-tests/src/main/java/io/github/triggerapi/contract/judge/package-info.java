/** Says of a request or an response on the wire whether it is what the document describes. */
@NullMarked
package io.github.triggerapi.contract.judge;

import org.jspecify.annotations.NullMarked;
