/** Runs, as tests and handlers see them. */
@NullMarked
package io.github.triggerapi.mock.run;

import org.jspecify.annotations.NullMarked;
