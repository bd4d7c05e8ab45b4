/** Calls the resources that handle operations, without a Jakarta REST runtime. */
@NullMarked
package io.github.triggerapi.mock.internal.dispatch;

import org.jspecify.annotations.NullMarked;
