package io.github.triggerapi.contract.report;

/** The outcome of a check as shown in the report. */
enum CheckStatus {
    PASSED("passed", "✓", "all cases agree with the document"),
    FAILED("failed", "✗", "a case does not agree with the document"),
    DOCUMENT_ERROR("document error", "!", "the document contradicts itself"),
    SKIPPED("skipped", "–", "there is no case to run");

    private final String label;
    private final String sign;
    private final String meaning;

    CheckStatus(String label, String sign, String meaning) {
        this.label = label;
        this.sign = sign;
        this.meaning = meaning;
    }

    static CheckStatus of(CheckResult result) {
        if (result.passed()) {
            return result.cases() == 0 ? SKIPPED : PASSED;
        }
        return result.problems().stream().allMatch(Problem::inDocument) ? DOCUMENT_ERROR : FAILED;
    }

    /** Returns the sign and the label of this status. */
    String signAndLabel() {
        return sign + " " + label;
    }

    String meaning() {
        return meaning;
    }

    /** Returns the CSS class for this status. */
    String style() {
        return label.replace(' ', '-');
    }
}
