package io.github.triggerapi.contract.mutation;

import java.util.List;

/**
 * The outcome of a change of the document.
 *
 * @param operator the name of the operator, such as {@code change a type}
 * @param operation the first operation that contains or refers to the element, such as
 *     {@code POST /api/v1/tasks/{taskIdentifier}/trigger}; empty if there is none
 * @param pointer the JSON Pointer of the element
 * @param change a description of the change
 * @param prose whether the change only affects human readers, so that it must have no findings
 * @param asExpected whether the location was named, or a change of prose had no findings
 * @param findings the messages of the findings
 */
public record MutationOutcome(
        String operator,
        String operation,
        String pointer,
        String change,
        boolean prose,
        boolean asExpected,
        List<String> findings) {}
