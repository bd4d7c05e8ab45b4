/** Independent validation of HTTP messages. What is invalid is a {@link io.github.triggerapi.contract.judge.Violation}. */
@NullMarked
package io.github.triggerapi.contract.judge;

import org.jspecify.annotations.NullMarked;
