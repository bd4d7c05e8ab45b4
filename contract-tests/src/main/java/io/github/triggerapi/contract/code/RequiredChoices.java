package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads choices of members: {@code oneOf} or {@code anyOf} whose schemas only contain {@code required}. */
final class RequiredChoices {

    static final Set<String> KEYWORDS = Set.of("oneOf", "anyOf");
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequiredChoices() {}

    /** Returns the choices of a schema by keyword, each as canonical JSON. */
    static Map<String, String> of(Schema<?> schema) {
        Map<String, String> choices = new TreeMap<>();
        if (isChoice(schema.getOneOf())) {
            choices.put("oneOf", normal("oneOf", required(schema.getOneOf())));
        }
        if (isChoice(schema.getAnyOf())) {
            choices.put("anyOf", normal("anyOf", required(schema.getAnyOf())));
        }
        return choices;
    }

    /** Returns whether schemas only require members. */
    @SuppressWarnings("rawtypes") // As in Swagger Parser's model.
    static boolean isChoice(@Nullable List<Schema> branches) {
        return branches != null && !branches.isEmpty() && branches.stream().allMatch(RequiredChoices::requiresOnly);
    }

    private static boolean requiresOnly(Schema<?> branch) {
        return branch.getRequired() != null
                && branch.get$ref() == null
                && branch.getProperties() == null
                && branch.getAdditionalProperties() == null
                && branch.getAllOf() == null
                && branch.getOneOf() == null
                && branch.getAnyOf() == null
                && Set.of("object").containsAll(SchemaKinds.types(branch));
    }

    @SuppressWarnings("rawtypes") // As in Swagger Parser's model.
    private static List<List<String>> required(List<Schema> branches) {
        List<List<String>> required = new ArrayList<>();
        for (Schema<?> branch : branches) {
            required.add(branch.getRequired());
        }
        return required;
    }

    /** Returns a choice as canonical JSON, sorted and without duplicate alternatives of an {@code anyOf}. */
    static String normal(String keyword, String choice) {
        try {
            return normal(
                    keyword,
                    Arrays.stream(JSON.readValue(choice, String[][].class))
                            .map(List::of)
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an array of arrays of names: " + choice, e);
        }
    }

    private static String normal(String keyword, List<List<String>> choice) {
        Stream<String> alternatives = choice.stream()
                .map(names -> JSON.valueToTree(new TreeSet<>(names)).toString())
                .sorted();
        // No object satisfies exactly one of two equal alternatives of a oneOf.
        return (keyword.equals("anyOf") ? alternatives.distinct() : alternatives)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
