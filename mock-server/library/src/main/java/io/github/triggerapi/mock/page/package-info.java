/** What a browser shows of a mock server: the files of its page, which asks control for all else. */
@NullMarked
package io.github.triggerapi.mock.page;

import org.jspecify.annotations.NullMarked;
