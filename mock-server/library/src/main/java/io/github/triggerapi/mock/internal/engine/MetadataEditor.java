package io.github.triggerapi.mock.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies operations to the metadata of a run. */
final class MetadataEditor {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The maximum number of steps in a path, so that no operation nests values more deeply than JSON is read. */
    private static final int MAX_STEPS = 32;

    /** Names that the service does not allow. */
    private static final Set<String> FORBIDDEN = Set.of("__proto__", "constructor", "prototype");

    /** A step of a path: a name after a dot, a quoted name in brackets, or an index in brackets. */
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.([^.\\[\\]]+)|\\[(?:'([^']*)'|\"([^\"]*)\"|(\\d{1,6}))])");

    private ObjectNode metadata;

    private MetadataEditor(ObjectNode metadata) {
        this.metadata = metadata;
    }

    /**
     * Returns metadata after some operations.
     *
     * @param metadata is changed
     * @throws RunChangeException if an operation is invalid
     */
    static ObjectNode apply(ObjectNode metadata, List<MetadataOperation> operations) {
        MetadataEditor editor = new MetadataEditor(metadata);
        operations.forEach(editor::apply);
        return editor.metadata;
    }

    static RunChangeException invalid(String message) {
        return new RunChangeException(RunChangeException.Reason.INVALID_METADATA, message);
    }

    private void apply(MetadataOperation operation) {
        JsonNode value = operation.value();
        switch (operation.type()) {
            case UPDATE -> metadata = value.deepCopy();
            case DELETE -> metadata.remove(operation.key());
            case SET -> change(operation.key(), before -> value);
            case APPEND -> change(operation.key(), before -> appended(before, value));
            case REMOVE -> change(operation.key(), before -> without(before, value));
            case INCREMENT -> change(operation.key(), before -> sum(before, value));
        }
    }

    private static JsonNode appended(JsonNode before, JsonNode value) {
        ArrayNode array = NODES.arrayNode();
        if (before.isArray()) {
            array.addAll((ArrayNode) before);
        } else if (!before.isMissingNode()) {
            array.add(before);
        }
        return array.add(value);
    }

    private static JsonNode without(JsonNode before, JsonNode value) {
        if (!before.isArray()) {
            return before;
        }
        ArrayNode array = NODES.arrayNode();
        for (JsonNode one : before) {
            if (!one.equals(value)) {
                array.add(one);
            }
        }
        return array;
    }

    /** Adds as JavaScript does, except that integers of 64 bits are exact. */
    private static JsonNode sum(JsonNode before, JsonNode value) {
        if (!before.isMissingNode() && !before.isNumber()) {
            return before;
        }
        if (before.isMissingNode()) {
            return value;
        }
        if (isLong(before) && isLong(value)) {
            long sum = before.longValue() + value.longValue();
            boolean overflows = ((before.longValue() ^ sum) & (value.longValue() ^ sum)) < 0;
            if (!overflows) {
                return NODES.numberNode(sum);
            }
        }
        double sum = before.doubleValue() + value.doubleValue();
        return Double.isFinite(sum) ? NODES.numberNode(sum) : before;
    }

    private static boolean isLong(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong();
    }

    private void change(String key, UnaryOperator<JsonNode> change) {
        List<Object> steps = steps(key);
        metadata = (ObjectNode) changed(metadata, steps, change);
    }

    private static JsonNode changed(JsonNode before, List<Object> steps, UnaryOperator<JsonNode> change) {
        if (steps.isEmpty()) {
            return change.apply(before);
        }
        List<Object> rest = steps.subList(1, steps.size());
        if (steps.get(0) instanceof Integer index) {
            return changed(before.isArray() ? (ArrayNode) before : NODES.arrayNode(), index, rest, change);
        }
        String name = (String) steps.get(0);
        ObjectNode object = before.isObject() ? (ObjectNode) before : NODES.objectNode();
        JsonNode member = object.has(name) ? object.get(name) : MissingNode.getInstance();
        JsonNode after = changed(member, rest, change);
        if (!after.isMissingNode()) {
            object.set(name, after);
        }
        return object;
    }

    private static JsonNode changed(ArrayNode array, int index, List<Object> rest, UnaryOperator<JsonNode> change) {
        if (index > array.size()) {
            throw invalid("An index is beyond the end of an array");
        }
        JsonNode after = changed(index < array.size() ? array.get(index) : MissingNode.getInstance(), rest, change);
        if (!after.isMissingNode()) {
            if (index < array.size()) {
                array.set(index, after);
            } else {
                array.add(after);
            }
        }
        return array;
    }

    /** Returns the names and indexes of a key. */
    private static List<Object> steps(String key) {
        List<Object> steps = new ArrayList<>();
        if (!key.startsWith("$.")) {
            steps.add(key);
        } else {
            Matcher step = STEP.matcher(key).region(1, key.length());
            int end = 1;
            while (step.find()) {
                steps.add(step(step));
                end = step.end();
            }
            if (end < key.length() || steps.size() > MAX_STEPS) {
                throw invalid("A key is not a path of at most %d steps".formatted(MAX_STEPS));
            }
        }
        if (steps.stream().anyMatch(FORBIDDEN::contains)) {
            throw invalid("A key must not be one of " + FORBIDDEN);
        }
        return steps;
    }

    private static Object step(Matcher step) {
        if (step.group(4) != null) {
            return Integer.valueOf(step.group(4));
        }
        for (int group = 1; group < 3; group++) {
            if (step.group(group) != null) {
                return step.group(group);
            }
        }
        return step.group(3);
    }
}
