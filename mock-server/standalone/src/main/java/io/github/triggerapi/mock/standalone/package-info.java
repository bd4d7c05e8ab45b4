/** The command line of the mock server. */
@NullMarked
package io.github.triggerapi.mock.standalone;

import org.jspecify.annotations.NullMarked;
