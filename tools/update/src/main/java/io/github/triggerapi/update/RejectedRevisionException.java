package io.github.triggerapi.update;

import java.util.List;

/**
 * Thrown if a revision is rejected; the repository is unchanged then. Control characters in the message are replaced by
 * visible signs.
 */
public final class RejectedRevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> details;

    /** Creates an exception whose message names the place, the problem and what was expected, in one line. */
    public RejectedRevisionException(String message) {
        this(message, List.of());
    }

    /**
     * Creates an exception for problems in several places.
     *
     * @param details one line for each problem, which starts with its JSON pointer
     */
    public RejectedRevisionException(String message, List<String> details) {
        // No stack trace: the problem is in the input.
        super(PrintableLine.of(message), null, false, false);
        this.details = details.stream().map(PrintableLine::of).toList();
    }

    public List<String> details() {
        return details;
    }
}
