package io.github.triggerapi.mock.log;

/** What became of a request. Further ones may come, so a {@code switch} over them needs a default. */
public enum Verdict {
    /** It was in order, and done. */
    ACCEPTED,
    /** Something was wrong with it, which the answer says. */
    REFUSED,
    /** A fault met it. */
    FAULTED
}
