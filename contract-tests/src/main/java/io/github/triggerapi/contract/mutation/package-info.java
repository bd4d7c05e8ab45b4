/** Proves that a change of the document anywhere would be noticed: changes it everywhere, one place at a time. */
@NullMarked
package io.github.triggerapi.contract.mutation;

import org.jspecify.annotations.NullMarked;
