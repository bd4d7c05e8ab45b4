/** The command line, and the order of the steps of an update. */
@NullMarked
package io.github.triggerapi.update.command;

import org.jspecify.annotations.NullMarked;
