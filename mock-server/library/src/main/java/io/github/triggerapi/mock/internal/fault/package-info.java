/** The faults that were added to a server. */
@NullMarked
package io.github.triggerapi.mock.internal.fault;

import org.jspecify.annotations.NullMarked;
