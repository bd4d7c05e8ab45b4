package io.github.triggerapi.update;

import java.util.List;

/** A revision that is not taken in. Nothing was changed. What it quotes of others is made visible. */
public final class RejectedRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    /** One line: where, what, and what was expected. */
    public RejectedRevisionException(String message) {
        this(message, List.of());
    }

    /**
     * A line, and more of them where one cannot name every place.
     *
     * @param details a line each, which begins with the JSON pointer
     */
    public RejectedRevisionException(String message, List<String> details) {
        // Without a stack trace: the fault is in what was read.
        super(PrintableLine.of(message), null, false, false);
        this.details = details.stream().map(PrintableLine::of).toList();
    }

    public List<String> details() {
        return details;
    }
}
