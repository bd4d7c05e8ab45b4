/**
 * Results of the contract gate and the page that shows them. All that a check reports, findings and violations included, is
 * a {@link io.github.triggerapi.contract.report.Problem} of the report.
 */
@NullMarked
package io.github.triggerapi.contract.report;

import org.jspecify.annotations.NullMarked;
