package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.ExpectedVerdict.ADDITION;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.HARMLESS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.LOSS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.REJECTED_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Expected verdicts for changes of response statuses and media types. */
final class ResponseExpectations {

    private ResponseExpectations() {}

    static ExpectedVerdict of(ResolvedOperation before, ResolvedOperation after) {
        Map<String, JsonNode> old = before.responses();
        Map<String, JsonNode> now = after.responses();
        String given = ResolvedOperation.content(old.getOrDefault(before.success(), JsonNodes.object()));
        String givenNow = ResolvedOperation.content(now.getOrDefault(after.success(), JsonNodes.object()));
        // The media type of JSON does not affect the code.
        if (!given.equals(givenNow)) {
            return LOSS;
        }
        ExpectedVerdict expected = HARMLESS;
        for (String status : old.keySet()) {
            expected = expected.and(
                    now.containsKey(status) ? response(old.get(status), now.get(status)) : gone(before, status, after));
        }
        return now.keySet().stream().anyMatch(status -> !old.containsKey(status)) ? expected.and(ADDITION) : expected;
    }

    private static ExpectedVerdict gone(ResolvedOperation before, String status, ResolvedOperation after) {
        JsonNode response = before.responses().get(status);
        boolean moved = status.equals(before.success()) && !after.success().isEmpty();
        if (ResolvedOperation.makesClasses(response) && !moved) {
            return LOSS;
        }
        if (status.equals(before.success()) && after.success().isEmpty()) {
            return REJECTED_RESPONSE.or(LOSS);
        }
        // A status range or the default may cover it.
        boolean covered = after.responses().keySet().stream()
                .anyMatch(other -> other.equals("default")
                        || other.equalsIgnoreCase(status.substring(0, 1) + "XX") && !other.equals(status));
        return covered ? REJECTED_RESPONSE.or(ADDITION) : REJECTED_RESPONSE;
    }

    private static ExpectedVerdict response(JsonNode before, JsonNode after) {
        List<String> old = ResolvedOperation.media(before);
        List<String> now = ResolvedOperation.media(after);
        if (old.equals(now)) {
            return HARMLESS;
        }
        if (now.isEmpty()) {
            return ResolvedOperation.makesClasses(before) ? LOSS : REJECTED_RESPONSE.or(LOSS);
        }
        if (old.isEmpty()) {
            return ADDITION.or(LOSS).or(REJECTED_RESPONSE);
        }
        if (!old.get(0).equals(now.get(0))) {
            return LOSS;
        }
        return now.containsAll(old) ? ADDITION : REJECTED_RESPONSE;
    }
}
