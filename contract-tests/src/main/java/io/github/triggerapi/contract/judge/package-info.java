/** Independent validation of HTTP messages against the document. */
@NullMarked
package io.github.triggerapi.contract.judge;

import org.jspecify.annotations.NullMarked;
