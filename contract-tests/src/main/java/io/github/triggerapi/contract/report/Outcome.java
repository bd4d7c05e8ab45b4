package io.github.triggerapi.contract.report;

/** What came of a check, as a reader sees it. */
enum Outcome {
    /** Something that was made from the document does not agree with it. */
    FAILED("failed", "✗"),
    /** Only the document itself is at fault. */
    DOCUMENT("document", "!"),
    /** Nothing was tried. */
    SKIPPED("skipped", "–"),
    /** All agrees. */
    PASSED("ok", "✓");

    private final String word;
    private final String sign;

    Outcome(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    static Outcome of(CheckResult result) {
        if (result.passed()) {
            return result.cases() == 0 ? SKIPPED : PASSED;
        }
        return result.problems().stream().allMatch(Problem::ofDocument) ? DOCUMENT : FAILED;
    }

    /** The outcome in a word. */
    String word() {
        return word;
    }

    /** Sign and word. */
    String label() {
        return sign + " " + word;
    }
}
