/** Holds the document to its own examples and code samples. */
@NullMarked
package io.github.triggerapi.contract.samples;

import org.jspecify.annotations.NullMarked;
