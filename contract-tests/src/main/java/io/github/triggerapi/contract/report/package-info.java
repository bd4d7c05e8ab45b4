/** Results of the contract gate and the page that shows them. */
@NullMarked
package io.github.triggerapi.contract.report;

import org.jspecify.annotations.NullMarked;
