package io.github.triggerapi.contract.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alternative of a {@code oneOf} or {@code anyOf} whose schemas only require members.
 *
 * @param keyword {@code oneOf} or {@code anyOf}
 * @param of the schema with the choice
 * @param names the members that only this alternative requires
 * @param others for each other alternative the schemas of its members by name
 */
record RequiredAlternative(String keyword, JsonNode of, Set<String> names, List<ObjectNode> others) {

    /** The prefix of the keyword that records the origin of an alternative. */
    private static final String MARK = "x-choice-";

    /** Returns whether schemas only require members. */
    static boolean isRequiredChoice(JsonNode branches) {
        return !branches.isEmpty()
                && branches.valueStream()
                        .allMatch(branch -> branch.has("required")
                                && !branch.has("properties")
                                && !branch.has("$ref")
                                && Set.of("", "object")
                                        .contains(branch.path("type").asString("")));
    }

    /** Returns a schema for each alternative that can be satisfied; it excludes the members of the others. */
    static List<ObjectNode> alternatives(ObjectNode schema, String keyword, JsonNode branches) {
        List<ObjectNode> alternatives = new ArrayList<>();
        for (JsonNode branch : branches) {
            Set<String> names = SchemaResolver.required(branch);
            names.addAll(SchemaResolver.required(schema));
            ObjectNode one = schema.deepCopy();
            ArrayNode required = one.putArray("required");
            names.forEach(required::add);
            ObjectNode mark = one.putObject(MARK + keyword);
            mark.set("of", schema);
            ArrayNode own = mark.putArray("names");
            SchemaResolver.required(branch).stream()
                    .filter(name -> !SchemaResolver.required(schema).contains(name))
                    .forEach(own::add);
            ArrayNode others = mark.putArray("others");
            boolean possible = true;
            for (JsonNode other : branches) {
                if (other != branch && keyword.equals("oneOf")) {
                    Set<String> rest = SchemaResolver.required(other);
                    rest.removeAll(names);
                    // An object that satisfies this alternative satisfies the other one, too.
                    possible &= !rest.isEmpty();
                    ObjectNode schemas = others.addObject();
                    rest.forEach(
                            name -> schemas.set(name, schema.path("properties").path(name)));
                    ((ObjectNode) one.path("properties")).remove(rest);
                }
            }
            if (possible) {
                alternatives.add(one);
            }
        }
        return alternatives;
    }

    /**
     * Returns whether a constant member distinguishes an object with a choice from the other alternatives.
     */
    static boolean isDistinguishable(ObjectNode alternative, List<ObjectNode> alternatives) {
        return SchemaResolver.properties(alternative).keySet().stream()
                .filter(name -> SchemaResolver.required(alternative).contains(name))
                .anyMatch(name -> alternatives.stream()
                        .filter(other -> !isSameObject(alternative, other))
                        .allMatch(other -> SchemaResolver.required(other).contains(name)
                                && constant(alternative, name).size() == 1
                                && constant(other, name).size() == 1
                                && !constant(alternative, name).equals(constant(other, name))));
    }

    private static List<JsonNode> constant(ObjectNode alternative, String name) {
        JsonNode property = alternative.path("properties").path(name);
        return property instanceof ObjectNode schema ? SchemaResolver.listed(schema) : List.of();
    }

    /** Returns whether two schemas are alternatives of the same choice. */
    private static boolean isSameObject(ObjectNode one, ObjectNode other) {
        List<RequiredAlternative> some = of(one);
        List<RequiredAlternative> others = of(other);
        return !some.isEmpty()
                && !others.isEmpty()
                && some.get(0).of().equals(others.get(0).of());
    }

    /** Returns the choices that a schema is an alternative of, at most one for each keyword. */
    static List<RequiredAlternative> of(ObjectNode alternative) {
        List<RequiredAlternative> choices = new ArrayList<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            JsonNode mark = alternative.path(MARK + keyword);
            if (mark.isObject()) {
                Set<String> names = SchemaResolver.strings(mark.path("names"));
                List<ObjectNode> others = new ArrayList<>();
                mark.path("others").forEach(other -> others.add((ObjectNode) other));
                choices.add(new RequiredAlternative(keyword, mark.path("of"), names, others));
            }
        }
        return choices;
    }
}
