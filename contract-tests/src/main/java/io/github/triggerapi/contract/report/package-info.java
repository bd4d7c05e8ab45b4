/** What the checks found, and how it is told. */
@NullMarked
package io.github.triggerapi.contract.report;

import org.jspecify.annotations.NullMarked;
