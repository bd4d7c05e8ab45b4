/** The files of the page that shows a mock server in a browser. */
@NullMarked
package io.github.triggerapi.mock.internal.page;

import org.jspecify.annotations.NullMarked;
