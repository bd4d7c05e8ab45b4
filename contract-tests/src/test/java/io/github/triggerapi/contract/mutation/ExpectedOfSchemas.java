package io.github.triggerapi.contract.mutation;

import static io.github.triggerapi.contract.mutation.Expected.ADDITION;
import static io.github.triggerapi.contract.mutation.Expected.HARMLESS;
import static io.github.triggerapi.contract.mutation.Expected.LOSS;
import static io.github.triggerapi.contract.mutation.Expected.onTheWire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.contract.mutation.Expected.Shift;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What each change of a schema is to be called, by the rule of compatibility and what generated code has of it. */
final class ExpectedOfSchemas {

    private static final Map<String, Function<OneChange, Expected>> TABLE = Map.ofEntries(
            Map.entry("change a type", change -> LOSS),
            Map.entry("add a type", change -> LOSS),
            Map.entry("remove a type", change -> LOSS),
            Map.entry("change, add or remove a format", ExpectedOfSchemas::format),
            Map.entry("drop a type of a union", change -> LOSS),
            Map.entry("add a type to a union", ExpectedOfSchemas::typeAdded),
            Map.entry("drop an alternative", change -> LOSS),
            Map.entry("add an alternative", ExpectedOfSchemas::alternativeAdded),
            Map.entry("change a choice of members", ExpectedOfSchemas::choice),
            Map.entry("add a value to an enum", ExpectedOfSchemas::values),
            Map.entry("remove a value of an enum", ExpectedOfSchemas::values),
            Map.entry("rename a value of an enum", ExpectedOfSchemas::values),
            Map.entry("change, add or remove a constant", ExpectedOfSchemas::values),
            Map.entry("add a bound", ExpectedOfSchemas::bound),
            Map.entry("change a bound", ExpectedOfSchemas::bound),
            Map.entry("remove a bound", ExpectedOfSchemas::bound),
            Map.entry("make a bound exclusive or inclusive", ExpectedOfSchemas::bound),
            Map.entry("rename a property", change -> LOSS),
            Map.entry("remove a property", change -> LOSS),
            Map.entry("add a property", ExpectedOfSchemas::propertyAdded),
            Map.entry("make a property required or optional", ExpectedOfSchemas::required),
            Map.entry("change additionalProperties", ExpectedOfSchemas::additional),
            Map.entry("allow null", change -> onTheWire(Shift.WIDER, change.ways())),
            Map.entry("refuse null", ExpectedOfSchemas::nullRefused),
            Map.entry("change a reference", ExpectedOfSchemas::reference),
            Map.entry("allow any items", change -> LOSS),
            Map.entry("drop a named schema", change -> LOSS),
            Map.entry("rename a named schema", change -> LOSS),
            Map.entry("add a named schema", change -> ADDITION));

    private ExpectedOfSchemas() {}

    static boolean knows(String operator) {
        return TABLE.containsKey(operator);
    }

    static Expected of(OneChange change) {
        return TABLE.get(change.operator()).apply(change);
    }

    // -- types -------------------------------------------------------------------------------------------------------

    /** A text that is a date and time has a class of its own, unless it stands in a path. */
    private static Expected format(OneChange change) {
        String before = change.old().path("format").asText("");
        String after = change.now().path("format").asText("");
        Expected wire = onTheWire(
                before.isEmpty() ? Shift.NARROWER : after.isEmpty() ? Shift.WIDER : Shift.OTHER, change.ways());
        boolean time = before.equals("date-time") || after.equals("date-time");
        return time && !isListed(change.old()) && !isInPath(change) ? LOSS : wire;
    }

    /** No method gives the body of a failure; what other answers it may be then is for messages to show. */
    private static Expected reference(OneChange change) {
        return change.pointer().matches(".*/responses/[^2/][^/]*/content/[^/]+/schema") ? ADDITION.or(LOSS) : LOSS;
    }

    private static boolean isInPath(OneChange change) {
        JsonNode parameter = OneChange.at(change.before(), change.pointer().replaceAll("/schema$", ""));
        return parameter.path("in").asText().equals("path");
    }

    /** One type is not a union yet, and its accessor has another type then. */
    private static Expected typeAdded(OneChange change) {
        return Wire.types(change.old()).size() > 1 ? onTheWire(Shift.WIDER, change.ways()) : LOSS;
    }

    private static Expected alternativeAdded(OneChange change) {
        long before = Json.elements(change.old().path(change.keyword())).stream()
                .filter(variant -> !variant.path("type").asText().equals("null"))
                .count();
        return before > 1 ? onTheWire(Shift.WIDER, change.ways()) : LOSS;
    }

    /** Every set of members fits before and after, or it does not. */
    private static Expected choice(OneChange change) {
        List<String> names = Site.names(change.old().path("properties"));
        boolean gains = false;
        boolean loses = false;
        for (int set = 0; set < 1 << names.size(); set++) {
            boolean before = fits(change.old(), change.keyword(), names, set);
            boolean after = fits(change.now(), change.keyword(), names, set);
            gains |= after && !before;
            loses |= before && !after;
        }
        Shift shift = gains ? loses ? Shift.OTHER : Shift.WIDER : loses ? Shift.NARROWER : Shift.SAME;
        return onTheWire(shift, change.ways());
    }

    private static boolean fits(JsonNode schema, String keyword, List<String> names, int set) {
        long fitting = Json.elements(schema.path(keyword)).stream()
                .filter(branch -> isThere(branch, names, set))
                .count();
        return isThere(schema, names, set) && (keyword.equals("oneOf") ? fitting == 1 : fitting > 0);
    }

    /** Whether all is in a set of names that a schema requires. */
    private static boolean isThere(JsonNode schema, List<String> names, int set) {
        return Json.elements(schema.path("required")).stream()
                .allMatch(name -> (set >> names.indexOf(name.asText()) & 1) == 1);
    }

    private static Expected nullRefused(OneChange change) {
        // A property that may be null can be asked whether it is there.
        return change.role().equals("properties") ? LOSS : onTheWire(Shift.NARROWER, change.ways());
    }

    // -- values ------------------------------------------------------------------------------------------------------

    private static boolean isListed(JsonNode schema) {
        return schema.has("enum") || schema.has("const");
    }

    private static List<JsonNode> listed(JsonNode schema) {
        return schema.has("const") ? List.of(schema.get("const")) : Json.elements(schema.path("enum"));
    }

    /** Listed texts are constants of a class; other listed values are not. */
    private static Expected values(OneChange change) {
        List<JsonNode> before = listed(change.old());
        List<JsonNode> after = listed(change.now());
        boolean gains = before.isEmpty() || !before.containsAll(after);
        boolean loses = after.isEmpty() || !after.containsAll(before);
        boolean text =
                before.stream().anyMatch(JsonNode::isTextual) || after.stream().anyMatch(JsonNode::isTextual);
        if (before.isEmpty() || after.isEmpty()) {
            // Any value is one more value of an enum, many times over.
            Shift shift = before.isEmpty() ? Shift.NARROWER : Shift.WIDER_BORNE;
            return text ? LOSS : onTheWire(shift, change.ways());
        }
        if (loses) {
            return text ? LOSS : onTheWire(gains ? Shift.OTHER_BORNE : Shift.NARROWER, change.ways());
        }
        return before.size() == 1 && isInVariant(change) ? LOSS : onTheWire(Shift.WIDER_BORNE, change.ways());
    }

    /** The only value of a member names the class of a variant that has no other name. */
    private static boolean isInVariant(OneChange change) {
        return change.pointer().matches(".*/(oneOf|anyOf)/\\d+/properties/[^/]+");
    }

    // -- bounds ------------------------------------------------------------------------------------------------------

    private static Expected bound(OneChange change) {
        String keyword = change.keyword();
        Expected expected = onTheWire(
                Bounds.shift(keyword, change.old().path(keyword), change.now().path(keyword)), change.ways());
        // Values that are listed all the same may be within the bound or not.
        return isListed(change.old()) || Bounds.isBoundOtherwise(change.old(), keyword)
                ? expected.or(HARMLESS)
                : expected;
    }

    // -- objects -----------------------------------------------------------------------------------------------------

    /** An object of which no member was named is a map until then. */
    private static Expected propertyAdded(OneChange change) {
        boolean map =
                change.old().path("properties").isEmpty() && !change.role().equals("allOf");
        return map ? LOSS : ADDITION;
    }

    private static Expected required(OneChange change) {
        String name = change.mutant().change().target().names().get(0);
        boolean now = Json.elements(change.now().path("required")).contains(Json.text(name));
        boolean hasDefault = new Wire(change.before())
                .resolve(change.old().path("properties").path(name))
                .has("default");
        // What must be there needs no default, so that the accessor with the default goes.
        return now && hasDefault ? LOSS : onTheWire(now ? Shift.NARROWER : Shift.WIDER, change.ways());
    }

    private static Expected additional(OneChange change) {
        JsonNode before = change.old().path("additionalProperties");
        JsonNode after = change.now().path("additionalProperties");
        if (before.isObject() || after.isObject()) {
            return LOSS;
        }
        boolean closed = after.isBoolean() && !after.asBoolean();
        return onTheWire(closed ? Shift.NARROWER : Shift.WIDER_BORNE, change.ways());
    }
}
