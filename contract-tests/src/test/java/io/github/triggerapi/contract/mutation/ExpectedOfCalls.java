package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.Expected.ADDITION;
import static io.github.triggerapi.contract.mutation.Expected.HARMLESS;
import static io.github.triggerapi.contract.mutation.Expected.LOSS;
import static io.github.triggerapi.contract.mutation.Expected.REFUSED_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What changes of operations, parameters, bodies and answers are to be called: every operation before and after. */
final class ExpectedOfCalls {

    private ExpectedOfCalls() {}

    static Expected of(OneChange change) {
        Map<String, Call> before = Call.all(change.before());
        Map<String, Call> after = Call.all(change.after());
        if (!after.keySet().containsAll(before.keySet())) {
            return LOSS;
        }
        Expected expected = after.size() > before.size() ? ADDITION : HARMLESS;
        for (Map.Entry<String, Call> call : before.entrySet()) {
            expected = expected.and(of(call.getValue(), after.get(call.getKey())));
        }
        return change.operator().equals("change the first server") ? expected.and(REFUSED_REQUEST) : expected;
    }

    private static Expected of(Call before, Call after) {
        boolean renamed = !java(before.id()).equals(java(after.id()))
                || !java(before.tag()).equals(java(after.tag()));
        return (renamed ? LOSS : HARMLESS)
                .and(parameters(before, after))
                .and(body(before.body(), after.body()))
                .and(ExpectedOfAnswers.of(before, after))
                .and(security(before.security(), after.security()));
    }

    private static String java(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    // -- parameters --------------------------------------------------------------------------------------------------

    private static Expected parameters(Call before, Call after) {
        Map<String, JsonNode> old = before.parameters();
        Map<String, JsonNode> now = after.parameters();
        Expected expected = HARMLESS;
        for (String name : old.keySet()) {
            expected = expected.and(
                    now.containsKey(name)
                            ? parameter(before.schema(old.get(name)), old.get(name), now.get(name))
                            : LOSS);
        }
        for (String name : now.keySet()) {
            if (!old.containsKey(name)) {
                expected = expected.and(now.get(name).path("required").asBoolean() ? REFUSED_REQUEST : ADDITION);
            }
        }
        return expected;
    }

    private static Expected parameter(JsonNode schema, JsonNode before, JsonNode after) {
        if (!before.path("in").equals(after.path("in"))) {
            boolean path = List.of(before, after).stream()
                    .anyMatch(one -> one.path("in").asText().equals("path"));
            // A parameter of the path is an argument of the method, others are members of one object.
            return path ? LOSS : REFUSED_REQUEST;
        }
        Expected expected = HARMLESS;
        if (before.path("required").asBoolean() != after.path("required").asBoolean()) {
            expected = after.path("required").asBoolean() ? REFUSED_REQUEST : ADDITION;
        }
        return expected.and(wireForm(schema, before, after));
    }

    private static Expected wireForm(JsonNode schema, JsonNode before, JsonNode after) {
        if (before.path("style").equals(after.path("style"))
                && before.path("explode").equals(after.path("explode"))) {
            return HARMLESS;
        }
        boolean deep = before.path("style").asText().equals("deepObject")
                || after.path("style").asText().equals("deepObject");
        boolean delimited = Set.of("form", "spaceDelimited", "pipeDelimited")
                        .contains(after.path("style").asText())
                && after.path("in").asText().equals("query");
        if (deep) {
            return LOSS.or(REFUSED_REQUEST);
        }
        // What is one piece needs no delimiter.
        boolean whole = !Set.of("array", "object").contains(schema.path("type").asText());
        return whole && delimited ? REFUSED_REQUEST.or(HARMLESS) : REFUSED_REQUEST;
    }

    // -- bodies ------------------------------------------------------------------------------------------------------

    private static Expected body(JsonNode before, JsonNode after) {
        boolean required = after.path("required").asBoolean();
        if (before.isMissingNode() || after.isMissingNode()) {
            return before.equals(after) ? HARMLESS : before.isMissingNode() && !required ? ADDITION : LOSS;
        }
        Expected expected = HARMLESS;
        if (before.path("required").asBoolean() != required) {
            // The method without a body goes.
            expected = required ? LOSS : ADDITION;
        }
        return expected.and(media(before, after));
    }

    private static Expected media(JsonNode before, JsonNode after) {
        List<String> old = Call.media(before);
        List<String> now = Call.media(after);
        if (old.equals(now)) {
            return HARMLESS;
        }
        if (now.containsAll(old)) {
            return now.subList(0, old.size()).equals(old) ? ADDITION : LOSS;
        }
        // The method of the first type bears the plain name, whatever that type is.
        boolean renamed = now.size() == old.size()
                && now.subList(1, now.size()).equals(old.subList(1, old.size()))
                && Call.content(before).equals(Call.content(after));
        return renamed ? REFUSED_REQUEST : LOSS;
    }

    // -- security ----------------------------------------------------------------------------------------------------

    private static Expected security(Set<JsonNode> before, Set<JsonNode> after) {
        if (before.equals(after)) {
            return HARMLESS;
        }
        if (after.isEmpty()) {
            return ADDITION;
        }
        Set<JsonNode> gone = new HashSet<>(before);
        gone.removeAll(after);
        return before.isEmpty() || !gone.isEmpty() ? REFUSED_REQUEST : ADDITION;
    }
}
