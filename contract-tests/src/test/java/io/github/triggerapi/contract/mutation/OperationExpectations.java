package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.ExpectedVerdict.ADDITION;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.HARMLESS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.LOSS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.REJECTED_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Expected verdicts for changes of operations, parameters, bodies and responses. */
final class OperationExpectations {

    private static final String SECURITY_SCHEMES = "/components/securitySchemes";

    private OperationExpectations() {}

    static ExpectedVerdict of(RevisionPair change) {
        Map<String, ResolvedOperation> before = ResolvedOperation.all(change.before());
        Map<String, ResolvedOperation> after = ResolvedOperation.all(change.after());
        if (!after.keySet().containsAll(before.keySet())) {
            return LOSS;
        }
        ExpectedVerdict expected = (after.size() > before.size() ? ADDITION : HARMLESS)
                .and(securitySchemes(
                        change.before().at(SECURITY_SCHEMES), change.after().at(SECURITY_SCHEMES)));
        for (Map.Entry<String, ResolvedOperation> call : before.entrySet()) {
            expected = expected.and(of(call.getValue(), after.get(call.getKey())));
        }
        return change.operator().equals("change the first server") ? expected.and(REJECTED_REQUEST) : expected;
    }

    private static ExpectedVerdict of(ResolvedOperation before, ResolvedOperation after) {
        boolean renamed = !java(before.id()).equals(java(after.id()))
                || !java(before.tag()).equals(java(after.tag()));
        return (renamed ? LOSS : HARMLESS)
                .and(parameters(before, after))
                .and(body(before.body(), after.body()))
                .and(ResponseExpectations.of(before, after))
                .and(security(before.security(), after.security()));
    }

    private static String java(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    // -- parameters --------------------------------------------------------------------------------------------------

    private static ExpectedVerdict parameters(ResolvedOperation before, ResolvedOperation after) {
        Map<String, JsonNode> old = before.parameters();
        Map<String, JsonNode> now = after.parameters();
        ExpectedVerdict expected = HARMLESS;
        for (String name : old.keySet()) {
            expected = expected.and(
                    now.containsKey(name)
                            ? parameter(before.schema(old.get(name)), old.get(name), now.get(name))
                            : LOSS);
        }
        for (String name : now.keySet()) {
            if (!old.containsKey(name)) {
                expected = expected.and(now.get(name).path("required").asBoolean() ? REJECTED_REQUEST : ADDITION);
            }
        }
        return expected;
    }

    private static ExpectedVerdict parameter(JsonNode schema, JsonNode before, JsonNode after) {
        if (!before.path("in").equals(after.path("in"))) {
            boolean path = List.of(before, after).stream()
                    .anyMatch(one -> one.path("in").asText().equals("path"));
            // A path parameter is an argument of the method, others are members of an object.
            return path ? LOSS : REJECTED_REQUEST;
        }
        ExpectedVerdict expected = HARMLESS;
        if (before.path("required").asBoolean() != after.path("required").asBoolean()) {
            expected = after.path("required").asBoolean() ? REJECTED_REQUEST : ADDITION;
        }
        return expected.and(wireForm(schema, before, after));
    }

    private static ExpectedVerdict wireForm(JsonNode schema, JsonNode before, JsonNode after) {
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
            return LOSS.or(REJECTED_REQUEST);
        }
        // A scalar needs no delimiter.
        boolean whole = !Set.of("array", "object").contains(schema.path("type").asText());
        return whole && delimited ? REJECTED_REQUEST.or(HARMLESS) : REJECTED_REQUEST;
    }

    // -- bodies ------------------------------------------------------------------------------------------------------

    private static ExpectedVerdict body(JsonNode before, JsonNode after) {
        boolean required = after.path("required").asBoolean();
        if (before.isMissingNode() || after.isMissingNode()) {
            return before.equals(after) ? HARMLESS : before.isMissingNode() && !required ? ADDITION : LOSS;
        }
        ExpectedVerdict expected = HARMLESS;
        if (before.path("required").asBoolean() != required) {
            // The method without a body is removed.
            expected = required ? LOSS : ADDITION;
        }
        return expected.and(media(before, after));
    }

    private static ExpectedVerdict media(JsonNode before, JsonNode after) {
        List<String> old = ResolvedOperation.media(before);
        List<String> now = ResolvedOperation.media(after);
        if (old.equals(now)) {
            return HARMLESS;
        }
        if (now.containsAll(old)) {
            return now.subList(0, old.size()).equals(old) ? ADDITION : LOSS;
        }
        // The method for the first media type has the plain name of the operation.
        boolean renamed = now.size() == old.size()
                && now.subList(1, now.size()).equals(old.subList(1, old.size()))
                && ResolvedOperation.content(before).equals(ResolvedOperation.content(after));
        return renamed ? REJECTED_REQUEST : LOSS;
    }

    // -- security ----------------------------------------------------------------------------------------------------

    /** Code may name each scheme, with the type of its kind. */
    private static ExpectedVerdict securitySchemes(JsonNode before, JsonNode after) {
        return MutationPoint.names(before).stream()
                        .allMatch(name -> kind(before.path(name)).equals(kind(after.path(name))))
                ? HARMLESS
                : LOSS;
    }

    private static String kind(JsonNode scheme) {
        return scheme.path("type").asText() + scheme.path("scheme").asText().toLowerCase(Locale.ROOT);
    }

    private static ExpectedVerdict security(Set<JsonNode> before, Set<JsonNode> after) {
        if (before.equals(after)) {
            return HARMLESS;
        }
        if (after.isEmpty()) {
            return ADDITION;
        }
        Set<JsonNode> gone = new HashSet<>(before);
        gone.removeAll(after);
        return before.isEmpty() || !gone.isEmpty() ? REJECTED_REQUEST : ADDITION;
    }
}
