/** The command line: what is done with a revision, step by step, and that it is done whole or not at all. */
@NullMarked
package io.github.triggerapi.update.command;

import org.jspecify.annotations.NullMarked;
