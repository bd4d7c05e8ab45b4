/** What a server remembers of the requests that came. */
@NullMarked
package io.github.triggerapi.mock.log;

import org.jspecify.annotations.NullMarked;
