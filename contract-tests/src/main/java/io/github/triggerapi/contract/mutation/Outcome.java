package io.github.triggerapi.contract.mutation;

import java.util.List;

/**
 * What became of one change of the document.
 *
 * @param operator what was done, as in {@code change a type}
 * @param operation the operation that the place belongs to, or the first one that reaches it, as in
 *     {@code POST /api/v1/tasks/{taskIdentifier}/trigger}; empty for a place that no operation reaches
 * @param pointer the place as a JSON pointer
 * @param change the change in words
 * @param prose whether only people see the change, so that nothing may be found
 * @param asExpected whether the place was named, or, for prose, nothing was found
 * @param findings what was found
 */
public record Outcome(
        String operator,
        String operation,
        String pointer,
        String change,
        boolean prose,
        boolean asExpected,
        List<String> findings) {}
