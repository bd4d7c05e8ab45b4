package io.github.triggerapi.openapi.merge;

import io.github.triggerapi.openapi.VisibleText;
import io.github.triggerapi.openapi.WorkflowSafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if two documents cannot be merged. The message has all faults. */
public final class MergeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    MergeException(List<String> faults) {
        // Without a stack trace, which Maven would print before the message.
        super(
                faults.stream()
                        .map(fault -> "\n  " + WorkflowSafeText.of(VisibleText.of(fault)))
                        .collect(Collectors.joining("", "Cannot merge the documents:", "")),
                null,
                false,
                false);
        this.faults = List.copyOf(faults);
    }

    /** Returns a line for each fault: the file, the JSON pointer, what is wrong, and what is expected. */
    public List<String> faults() {
        return faults;
    }
}
