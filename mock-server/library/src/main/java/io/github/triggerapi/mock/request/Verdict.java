package io.github.triggerapi.mock.request;

/** How a mock server handled a request. Constants may be added, so a {@code switch} over them needs a default. */
public enum Verdict {
    /** It was valid and was executed. */
    ACCEPTED,
    /** It was invalid; the response says why. */
    REJECTED,
    /** A fault was applied to it. */
    FAULTED
}
