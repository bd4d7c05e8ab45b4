package io.github.triggerapi.mock.internal.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.triggerapi.mock.internal.heap.HeapBudget;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Estimates the memory that JSON takes once it is parsed and validated: an empty object has two characters, and takes
 * forty times as much. The JSON is read once, and nothing of it is kept.
 */
public final class JsonMemoryEstimate {
    /** Each byte of the body is written to the stored JSON and copied once. */
    private static final int OF_A_CHARACTER = 2;

    /** A node and its entry in its parent. */
    private static final int OF_AN_OBJECT = 90;

    private static final int OF_AN_ARRAY = 60;

    /** The table of an object or the list of an array, which is allocated for the first value. */
    private static final int OF_THE_FIRST_VALUE = 80;

    private static final int OF_A_MEMBER = 50;

    /** A name that no other member has. The parser also keeps it to find duplicates. */
    private static final int OF_A_NAME = 110;

    private static final int OF_A_TEXT = 70;
    private static final int OF_A_CHARACTER_OF_A_TEXT = 2;
    private static final int OF_AN_INTEGER = 30;
    private static final int OF_A_DECIMAL = 70;
    private static final int OF_A_LONG_NUMBER = 200;
    private static final int OF_A_LITERAL = 10;

    /** The validation of a value for which the schema has rules. */
    private static final int OF_A_CHECK = 1800;

    /** The number of digits that fit in a long. */
    private static final int DIGITS = 18;

    /** How many names are kept to find those that repeat. */
    private static final int MAX_NAMES = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(Json.CONSTRAINTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser json;
    private final Predicate<String> checked;
    private final Set<String> names = new HashSet<>();
    private boolean isChecked;
    private boolean isFirst;

    private JsonMemoryEstimate(JsonParser json, Predicate<String> checked) {
        this.json = json;
        this.checked = checked;
        this.isChecked = checked.test("");
    }

    /**
     * Returns the memory of a body besides its bytes.
     *
     * @param checked tells whether the schema has rules for a member of the body; the name is empty for the body itself
     * @param most the value at which counting stops
     */
    public static long of(byte[] body, Predicate<String> checked, long most) {
        long weight = OF_A_CHARACTER * HeapBudget.ofArray(body.length);
        try (JsonParser json = FACTORY.createParser(Json.reader(body))) {
            JsonMemoryEstimate weights = new JsonMemoryEstimate(json, checked);
            for (JsonToken token = json.nextToken(); token != null && weight <= most; token = json.nextToken()) {
                weight += weights.of(token);
            }
        } catch (IOException e) {
            // It is rejected when it is parsed, which gets as far as this.
            return weight;
        }
        return weight;
    }

    private long of(JsonToken token) throws IOException {
        if (token.isStructEnd()) {
            isFirst = false;
            return 0;
        }
        long weight = isFirst ? OF_THE_FIRST_VALUE : 0;
        isFirst = token.isStructStart();
        if (token == JsonToken.FIELD_NAME) {
            return weight + ofMember(json.currentName());
        }
        return weight + ofValue(token) + (isChecked ? OF_A_CHECK : 0);
    }

    private int ofMember(String name) {
        if (json.getParsingContext().getParent().inRoot()) {
            isChecked = checked.test(name);
            // Validation keeps these names.
            return OF_A_MEMBER + 2 * OF_A_NAME + OF_A_CHARACTER_OF_A_TEXT * name.length();
        }
        if (names.contains(name)) {
            return OF_A_MEMBER;
        }
        if (names.size() < MAX_NAMES) {
            names.add(name);
        }
        return OF_A_MEMBER + OF_A_NAME + OF_A_CHARACTER_OF_A_TEXT * name.length();
    }

    private long ofValue(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> OF_AN_OBJECT;
            case START_ARRAY -> OF_AN_ARRAY;
            case VALUE_STRING -> OF_A_TEXT + (long) OF_A_CHARACTER_OF_A_TEXT * json.getTextLength();
            case VALUE_NUMBER_INT -> ofNumber(OF_AN_INTEGER);
            case VALUE_NUMBER_FLOAT -> ofNumber(OF_A_DECIMAL);
            default -> OF_A_LITERAL;
        };
    }

    private int ofNumber(int ofShortOne) throws IOException {
        return json.getTextLength() <= DIGITS ? ofShortOne : OF_A_LONG_NUMBER + json.getTextLength();
    }
}
