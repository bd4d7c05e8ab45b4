package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.traffic.InvalidValues.InvalidValue;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Random messages, half of them with one violation; a few of those are allowed after all, it is for the judge to say which. */
final class RandomMessages {

    private static final double FAULTY = 0.5;

    private RandomMessages() {}

    /**
     * MessageSchemas.
     *
     * @param good all those that are allowed
     * @param breaks what may be wrong with one
     */
    static Arbitrary<ObjectNode> of(Arbitrary<JsonNode> good, List<InvalidValue> breaks) {
        if (breaks.isEmpty()) {
            return good.map(ObjectNode.class::cast);
        }
        Arbitrary<Optional<InvalidValue>> violations = Arbitraries.of(breaks).optional(FAULTY);
        return Combinators.combine(good, violations)
                .as((message, violation) ->
                        violation.map(one -> broken(message, one)).orElse((ObjectNode) message));
    }

    private static ObjectNode broken(JsonNode message, InvalidValue violation) {
        return (ObjectNode) graft(message, violation.value(), violation.pointer());
    }

    /** A value in which there is at a place, or near it where it has no such place, what another value has there. */
    private static JsonNode graft(JsonNode value, JsonNode other, String pointer) {
        if (pointer.isEmpty() || !value.isObject() || !other.isObject()) {
            return other.deepCopy();
        }
        int end = pointer.indexOf('/', 1);
        String step = end < 0 ? pointer : pointer.substring(0, end);
        String name = step.substring(1).replace("~1", "/").replace("~0", "~");
        ObjectNode changed = (ObjectNode) value.deepCopy();
        JsonNode there = other.get(name);
        if (there == null) {
            changed.remove(name);
        } else if (value.has(name)) {
            changed.set(name, graft(value.get(name), there, pointer.substring(step.length())));
        } else {
            changed.set(name, there.deepCopy());
        }
        return changed;
    }
}
