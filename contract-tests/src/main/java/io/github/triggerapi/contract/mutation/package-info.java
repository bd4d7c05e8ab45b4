/** Mutation testing of the gate: applies single changes to the document, each of which must be detected. */
@NullMarked
package io.github.triggerapi.contract.mutation;

import org.jspecify.annotations.NullMarked;
