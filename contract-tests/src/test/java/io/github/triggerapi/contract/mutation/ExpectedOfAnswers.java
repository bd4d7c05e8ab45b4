package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.Expected.ADDITION;
import static io.github.triggerapi.contract.mutation.Expected.HARMLESS;
import static io.github.triggerapi.contract.mutation.Expected.LOSS;
import static io.github.triggerapi.contract.mutation.Expected.REFUSED_ANSWER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What changes of statuses and of the media types of answers are to be called. */
final class ExpectedOfAnswers {

    private ExpectedOfAnswers() {}

    static Expected of(Call before, Call after) {
        Map<String, JsonNode> old = before.answers();
        Map<String, JsonNode> now = after.answers();
        String given = Call.content(old.getOrDefault(before.success(), Json.object()));
        String givenNow = Call.content(now.getOrDefault(after.success(), Json.object()));
        // JSON that only goes by another media type is the same to code.
        if (!given.equals(givenNow)) {
            return LOSS;
        }
        Expected expected = HARMLESS;
        for (String status : old.keySet()) {
            expected = expected.and(
                    now.containsKey(status) ? answer(old.get(status), now.get(status)) : gone(before, status, after));
        }
        return now.keySet().stream().anyMatch(status -> !old.containsKey(status)) ? expected.and(ADDITION) : expected;
    }

    private static Expected gone(Call before, String status, Call after) {
        JsonNode answer = before.answers().get(status);
        boolean moved = status.equals(before.success()) && !after.success().isEmpty();
        if (Call.makesClasses(answer) && !moved) {
            return LOSS;
        }
        if (status.equals(before.success()) && after.success().isEmpty()) {
            return REFUSED_ANSWER.or(LOSS);
        }
        // A range of statuses or the default may take it over.
        boolean covered = after.answers().keySet().stream()
                .anyMatch(other -> other.equals("default")
                        || other.equalsIgnoreCase(status.substring(0, 1) + "XX") && !other.equals(status));
        return covered ? REFUSED_ANSWER.or(ADDITION) : REFUSED_ANSWER;
    }

    private static Expected answer(JsonNode before, JsonNode after) {
        List<String> old = Call.media(before);
        List<String> now = Call.media(after);
        if (old.equals(now)) {
            return HARMLESS;
        }
        if (now.isEmpty()) {
            return Call.makesClasses(before) ? LOSS : REFUSED_ANSWER.or(LOSS);
        }
        if (old.isEmpty()) {
            return ADDITION.or(LOSS).or(REFUSED_ANSWER);
        }
        if (!old.get(0).equals(now.get(0))) {
            return LOSS;
        }
        return now.containsAll(old) ? ADDITION : REFUSED_ANSWER;
    }
}
