package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.ExpectedVerdict.ADDITION;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.HARMLESS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.LOSS;
import static io.github.triggerapi.contract.mutation.ExpectedVerdict.onTheWire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.contract.mutation.ExpectedVerdict.ValueSetChange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Expected verdicts for changes of schemas, by the rule of compatibility and the generated code. */
final class SchemaExpectations {

    private static final Map<String, Function<RevisionPair, ExpectedVerdict>> TABLE = Map.ofEntries(
            Map.entry("change a type", change -> type(ValueSetChange.OTHER, change)),
            Map.entry("add a type", change -> LOSS),
            Map.entry("remove a type", change -> type(ValueSetChange.WIDER, change)),
            Map.entry("change, add or remove a format", SchemaExpectations::format),
            Map.entry("drop a type of a union", change -> LOSS),
            Map.entry("add a type to a union", SchemaExpectations::typeAdded),
            Map.entry("drop an alternative", change -> LOSS),
            Map.entry("add an alternative", SchemaExpectations::alternativeAdded),
            Map.entry("change a choice of members", SchemaExpectations::choice),
            Map.entry("add a value to an enum", SchemaExpectations::values),
            Map.entry("remove a value of an enum", SchemaExpectations::values),
            Map.entry("rename a value of an enum", SchemaExpectations::values),
            Map.entry("change, add or remove a constant", SchemaExpectations::values),
            Map.entry("add a bound", SchemaExpectations::bound),
            Map.entry("change a bound", SchemaExpectations::bound),
            Map.entry("remove a bound", SchemaExpectations::bound),
            Map.entry("make a bound exclusive or inclusive", SchemaExpectations::bound),
            Map.entry("rename a property", change -> LOSS),
            Map.entry("remove a property", change -> LOSS),
            Map.entry("add a property", SchemaExpectations::propertyAdded),
            Map.entry("make a property required or optional", SchemaExpectations::required),
            Map.entry("change additionalProperties", SchemaExpectations::additional),
            Map.entry("allow null", change -> onTheWire(ValueSetChange.WIDER, change.directions())),
            Map.entry("refuse null", SchemaExpectations::nullRefused),
            Map.entry("change a reference", SchemaExpectations::reference),
            Map.entry("allow any items", change -> LOSS),
            Map.entry("drop a named schema", change -> LOSS),
            Map.entry("rename a named schema", change -> LOSS),
            Map.entry("add a named schema", change -> ADDITION));

    private SchemaExpectations() {}

    static boolean knows(String operator) {
        return TABLE.containsKey(operator);
    }

    static ExpectedVerdict of(RevisionPair change) {
        return TABLE.get(change.operator()).apply(change);
    }

    // -- types -------------------------------------------------------------------------------------------------------

    /** Each type has its own Java type, except that a string in a path remains one if it has no single simple type. */
    private static ExpectedVerdict type(ValueSetChange shift, RevisionPair change) {
        List<String> after = WireSemantics.types(change.now());
        boolean simple = after.size() == 1 && !after.contains("array") && !after.contains("object");
        boolean string = WireSemantics.types(change.old()).equals(List.of("string")) && !isListed(change.old());
        return isInPath(change) && string && !simple ? onTheWire(shift, change.directions()) : LOSS;
    }

    /** A date-time has its own Java type, except in a path. */
    private static ExpectedVerdict format(RevisionPair change) {
        String before = change.old().path("format").asText("");
        String after = change.now().path("format").asText("");
        ExpectedVerdict wire = onTheWire(
                before.isEmpty()
                        ? ValueSetChange.NARROWER
                        : after.isEmpty() ? ValueSetChange.WIDER : ValueSetChange.OTHER,
                change.directions());
        boolean time = before.equals("date-time") || after.equals("date-time");
        return time && !isListed(change.old()) && !isInPath(change) ? LOSS : wire;
    }

    /** No method returns the body of an error; messages show whether the change breaks. */
    private static ExpectedVerdict reference(RevisionPair change) {
        return change.pointer().matches(".*/responses/[^2/][^/]*/content/[^/]+/schema") ? ADDITION.or(LOSS) : LOSS;
    }

    private static boolean isInPath(RevisionPair change) {
        JsonNode parameter = RevisionPair.at(change.before(), change.pointer().replaceAll("/schema$", ""));
        return parameter.path("in").asText().equals("path");
    }

    /** A single type is not a union, so the type of its accessor changes. */
    private static ExpectedVerdict typeAdded(RevisionPair change) {
        return WireSemantics.types(change.old()).size() > 1
                ? onTheWire(ValueSetChange.WIDER, change.directions())
                : type(ValueSetChange.WIDER, change);
    }

    private static ExpectedVerdict alternativeAdded(RevisionPair change) {
        long before = JsonNodes.elements(change.old().path(change.keyword())).stream()
                .filter(variant -> !variant.path("type").asText().equals("null"))
                .count();
        return before > 1 ? onTheWire(ValueSetChange.WIDER, change.directions()) : LOSS;
    }

    /** Compares which sets of members are valid before and after. */
    private static ExpectedVerdict choice(RevisionPair change) {
        List<String> names = MutationPoint.names(change.old().path("properties"));
        boolean gains = false;
        boolean loses = false;
        for (int set = 0; set < 1 << names.size(); set++) {
            boolean before = fits(change.old(), change.keyword(), names, set);
            boolean after = fits(change.now(), change.keyword(), names, set);
            gains |= after && !before;
            loses |= before && !after;
        }
        ValueSetChange shift = gains
                ? loses ? ValueSetChange.OTHER : ValueSetChange.WIDER
                : loses ? ValueSetChange.NARROWER : ValueSetChange.SAME;
        return onTheWire(shift, change.directions());
    }

    private static boolean fits(JsonNode schema, String keyword, List<String> names, int set) {
        long fitting = JsonNodes.elements(schema.path(keyword)).stream()
                .filter(branch -> isThere(branch, names, set))
                .count();
        return isThere(schema, names, set) && (keyword.equals("oneOf") ? fitting == 1 : fitting > 0);
    }

    /** Returns whether a set of names contains all that a schema requires. */
    private static boolean isThere(JsonNode schema, List<String> names, int set) {
        return JsonNodes.elements(schema.path("required")).stream()
                .allMatch(name -> (set >> names.indexOf(name.asText()) & 1) == 1);
    }

    private static ExpectedVerdict nullRefused(RevisionPair change) {
        // A nullable property has a method that tells whether it is present.
        return change.role().equals("properties") ? LOSS : onTheWire(ValueSetChange.NARROWER, change.directions());
    }

    // -- values ------------------------------------------------------------------------------------------------------

    private static boolean isListed(JsonNode schema) {
        return schema.has("enum") || schema.has("const");
    }

    private static List<JsonNode> listed(JsonNode schema) {
        return schema.has("const") ? List.of(schema.get("const")) : JsonNodes.elements(schema.path("enum"));
    }

    /** Listed strings are constants of a class; other listed values are not. */
    private static ExpectedVerdict values(RevisionPair change) {
        List<JsonNode> before = listed(change.old());
        List<JsonNode> after = listed(change.now());
        boolean gains = before.isEmpty() || !before.containsAll(after);
        boolean loses = after.isEmpty() || !after.containsAll(before);
        boolean text =
                before.stream().anyMatch(JsonNode::isTextual) || after.stream().anyMatch(JsonNode::isTextual);
        if (before.isEmpty() || after.isEmpty()) {
            // Removing an enum adds values.
            ValueSetChange shift = before.isEmpty() ? ValueSetChange.NARROWER : ValueSetChange.WIDER_TOLERATED;
            return text ? LOSS : onTheWire(shift, change.directions());
        }
        if (loses) {
            return text
                    ? LOSS
                    : onTheWire(gains ? ValueSetChange.OTHER_TOLERATED : ValueSetChange.NARROWER, change.directions());
        }
        return before.size() == 1 && isInVariant(change)
                ? LOSS
                : onTheWire(ValueSetChange.WIDER_TOLERATED, change.directions());
    }

    /** A constant member names the class of an inline variant. */
    private static boolean isInVariant(RevisionPair change) {
        return change.pointer().matches(".*/(oneOf|anyOf)/\\d+/properties/[^/]+");
    }

    // -- bounds ------------------------------------------------------------------------------------------------------

    private static ExpectedVerdict bound(RevisionPair change) {
        String keyword = change.keyword();
        ExpectedVerdict expected = onTheWire(
                BoundChanges.shift(
                        keyword, change.old().path(keyword), change.now().path(keyword)),
                change.directions());
        // Listed values may all be within the bound.
        return isListed(change.old()) || BoundChanges.isBoundOtherwise(change.old(), keyword)
                ? expected.or(HARMLESS)
                : expected;
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    /** An object without properties is a map. */
    private static ExpectedVerdict propertyAdded(RevisionPair change) {
        boolean map =
                change.old().path("properties").isEmpty() && !change.role().equals("allOf");
        return map ? LOSS : ADDITION;
    }

    private static ExpectedVerdict required(RevisionPair change) {
        String name = change.mutant().change().target().names().get(0);
        boolean now = JsonNodes.elements(change.now().path("required")).contains(JsonNodes.string(name));
        boolean hasDefault = new WireSemantics(change.before())
                .resolve(change.old().path("properties").path(name))
                .has("default");
        // The accessor with the default of a property is removed when the property becomes required.
        return now && hasDefault
                ? LOSS
                : onTheWire(now ? ValueSetChange.NARROWER : ValueSetChange.WIDER, change.directions());
    }

    private static ExpectedVerdict additional(RevisionPair change) {
        JsonNode before = change.old().path("additionalProperties");
        JsonNode after = change.now().path("additionalProperties");
        if (before.isObject() || after.isObject()) {
            return LOSS;
        }
        boolean closed = after.isBoolean() && !after.asBoolean();
        return onTheWire(closed ? ValueSetChange.NARROWER : ValueSetChange.WIDER_TOLERATED, change.directions());
    }
}
