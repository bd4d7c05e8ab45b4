package io.github.triggerapi.mock.internal.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.triggerapi.mock.internal.document.FlattenedSchema;
import io.github.triggerapi.mock.internal.document.Operation.Parameter;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.PercentEncoding;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deserializes strings in the parameter styles of OpenAPI.
 *
 * <p>A string may represent several values: {@code 1} a number or a string. Each method returns all of them, the most
 * likely first, and the caller looks for a valid one.
 */
final class ParameterDeserializer {
    /** More than any reasonable parameter needs. */
    private static final int MAX_VALUES = 64;

    private ParameterDeserializer() {}

    /** Returns the values that a parameter may have, none if it is absent. */
    static List<JsonNode> of(Parameter parameter, Map<String, List<String>> texts) {
        FlattenedSchema flattened = parameter.flattened();
        if (parameter.style().equals("deepObject")) {
            Map<String, List<String>> members = inBrackets(parameter.name(), texts);
            if (!members.isEmpty()) {
                return Tree.of(members).values(flattened);
            }
        }
        if (parameter.style().equals("form")
                && parameter.explode()
                && flattened.is("object")
                && !flattened.is("array")) {
            Map<String, List<String>> members = new LinkedHashMap<>();
            for (String name : flattened.memberNames()) {
                inBrackets(name, texts).forEach((path, values) -> members.put(name + "][" + path, values));
                if (texts.containsKey(name)) {
                    members.put(name, texts.get(name));
                }
            }
            return members.isEmpty() ? List.of() : Tree.of(members).values(flattened);
        }
        List<String> given = texts.getOrDefault(parameter.name(), List.of());
        return given.isEmpty() ? List.of() : ofOne(parameter, given);
    }

    private static List<JsonNode> ofOne(Parameter parameter, List<String> given) {
        FlattenedSchema flattened = parameter.flattened();
        String joined = String.join(",", given);
        if (parameter.isOpaque()) {
            return List.of(TextNode.valueOf(joined));
        }
        if (parameter.style().equals("content")) {
            return json(joined, flattened);
        }
        List<JsonNode> values = new ArrayList<>();
        if (flattened.is("array")) {
            boolean repeated = !parameter.style().equals("simple") && parameter.explode();
            values.addAll(array(
                    flattened, repeated ? given : parts(parameter, joined, Pattern.quote(parameter.delimiter()))));
            if (!repeated && joined.contains("%") && flattened.items().isEnumerated()) {
                // Many clients encode the delimiters, too.
                String decoded = decode(parameter, joined);
                values.addAll(array(flattened, List.of(decoded.split(Pattern.quote(parameter.delimiter()), -1))));
            }
        }
        boolean form = parameter.style().equals("form") && !parameter.explode();
        if (flattened.is("object") && (form || !parameter.in().equals("query"))) {
            values.addAll(object(flattened, pairs(parts(parameter, joined, ","), parameter.explode())));
        }
        if (values.isEmpty()
                || flattened.types().stream().anyMatch(type -> !type.equals("array") && !type.equals("object"))) {
            values.addAll(flattened.scalars(decode(parameter, joined)));
        }
        return values;
    }

    private static List<String> parts(Parameter parameter, String joined, String delimiter) {
        return Stream.of(joined.split(delimiter, -1))
                .map(part -> decode(parameter, part))
                .toList();
    }

    private static String decode(Parameter parameter, String part) {
        return parameter.hasEncodedParts()
                ? PercentEncoding.decode(part, parameter.in().equals("query"))
                : part;
    }

    private static List<JsonNode> json(String text, FlattenedSchema flattened) {
        try {
            return List.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (RejectedRequestException noJson) {
            // It is not valid as a string either, and that message names the parameter.
            return flattened.scalars(text);
        }
    }

    /**
     * Returns members by their names.
     *
     * @param parts names and values in turn, or {@code name=value} if they are exploded
     */
    private static Map<String, List<String>> pairs(List<String> parts, boolean exploded) {
        List<String> flat = exploded
                ? parts.stream().flatMap(part -> Stream.of(part.split("=", 2))).toList()
                : parts;
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            members.put(flat.get(i), List.of(i + 1 < flat.size() ? flat.get(i + 1) : ""));
        }
        return members;
    }

    private static Map<String, List<String>> inBrackets(String name, Map<String, List<String>> texts) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        texts.forEach((key, values) -> {
            if (key.startsWith(name + "[") && key.endsWith("]")) {
                members.put(key.substring(name.length() + 1, key.length() - 1), values);
            }
        });
        return members;
    }

    /** Returns objects whose members are given once, or repeatedly if they are arrays. */
    static List<JsonNode> object(FlattenedSchema flattened, Map<String, List<String>> members) {
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        members.forEach((name, given) -> values.put(name, member(flattened.member(name), given)));
        return combine(values);
    }

    private static List<JsonNode> member(FlattenedSchema flattened, List<String> given) {
        List<JsonNode> values = new ArrayList<>();
        if (flattened.is("array") || given.size() > 1) {
            if (given.size() == 1 && given.get(0).contains(",")) {
                // The form in which Trigger.dev accepts several values.
                values.addAll(array(flattened, Arrays.asList(given.get(0).split(",", -1))));
            }
            values.addAll(array(flattened, given));
        }
        if (given.size() == 1 && (!flattened.is("array") || flattened.types().size() > 1)) {
            values.addAll(flattened.scalars(given.get(0)));
        }
        return values;
    }

    private static List<JsonNode> array(FlattenedSchema flattened, List<String> texts) {
        if (texts.size() > ParameterValidator.MAX_PAIRS) {
            throw new RejectedRequestException(
                    400, "There are more than %d values in a list".formatted(ParameterValidator.MAX_PAIRS));
        }
        FlattenedSchema items = flattened.items();
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            values.put(String.valueOf(i), items.scalars(texts.get(i)));
        }
        return combine(values).stream()
                .map(object -> {
                    ArrayNode array = Json.MAPPER.createArrayNode();
                    object.forEach(array::add);
                    return (JsonNode) array;
                })
                .toList();
    }

    /** Returns the first combinations of one value for each member. The last member varies first. */
    private static List<JsonNode> combine(Map<String, List<JsonNode>> members) {
        int count = 1;
        for (List<JsonNode> values : members.values()) {
            count = Math.min(MAX_VALUES, count * values.size());
        }
        List<Map.Entry<String, List<JsonNode>>> inOrder = List.copyOf(members.entrySet());
        List<JsonNode> objects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            objects.add(combination(inOrder, i));
        }
        return objects;
    }

    private static ObjectNode combination(List<Map.Entry<String, List<JsonNode>>> members, int number) {
        JsonNode[] chosen = new JsonNode[members.size()];
        int rest = number;
        for (int i = members.size() - 1; i >= 0; i--) {
            List<JsonNode> values = members.get(i).getValue();
            chosen[i] = values.get(rest % values.size());
            rest /= values.size();
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (int i = 0; i < chosen.length; i++) {
            object.set(members.get(i).getKey(), chosen[i]);
        }
        return object;
    }

    /** The value that {@code name[member][member]=value} describes. */
    private record Tree(List<String> texts, Map<String, Tree> members) {
        static Tree of(Map<String, List<String>> entries) {
            Tree root = new Tree(List.of(), new LinkedHashMap<>());
            entries.forEach((path, texts) -> {
                String[] names = path.split("]\\[", -1);
                Tree tree = root;
                for (int i = 0; i < names.length; i++) {
                    List<String> own = i == names.length - 1 ? texts : List.of();
                    tree = tree.members.computeIfAbsent(names[i], name -> new Tree(own, new LinkedHashMap<>()));
                }
            });
            return root;
        }

        List<JsonNode> values(FlattenedSchema flattened) {
            if (members.isEmpty()) {
                return member(flattened, texts);
            }
            Map<String, List<JsonNode>> values = new LinkedHashMap<>();
            members.forEach((name, tree) -> values.put(name, tree.values(flattened.member(name))));
            return combine(values);
        }
    }
}
