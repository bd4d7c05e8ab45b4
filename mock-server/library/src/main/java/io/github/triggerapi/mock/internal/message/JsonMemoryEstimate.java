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
 * How much memory a JSON text takes once it is parsed and checked, near enough: an empty object has two characters, and
 * takes forty times as much. The text is read once, and nothing of it is kept.
 */
public final class JsonMemoryEstimate {
    /** Each byte of the body is written to the stored JSON and copied once. */
    private static final int OF_A_CHARACTER = 2;

    /** A node with its place in the one around it. */
    private static final int OF_AN_OBJECT = 90;

    private static final int OF_AN_ARRAY = 60;

    /** The table of an object, or the list of an array, which it has from its first value on. */
    private static final int OF_THE_FIRST_VALUE = 80;

    private static final int OF_A_MEMBER = 50;

    /** A name that no other member has, which is kept to find names that come twice, too. */
    private static final int OF_A_NAME = 110;

    private static final int OF_A_TEXT = 70;
    private static final int OF_A_CHARACTER_OF_A_TEXT = 2;
    private static final int OF_AN_INTEGER = 30;
    private static final int OF_A_DECIMAL = 70;
    private static final int OF_A_LONG_NUMBER = 200;
    private static final int OF_A_LITERAL = 10;

    /** What the check of a value takes that the schema says something of. */
    private static final int OF_A_CHECK = 1800;

    /** Digits that fit in a long. */
    private static final int DIGITS = 18;

    /** How many names are known to come more than once. */
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
     * The bytes that a body takes besides its own.
     *
     * @param checked tells of a member of the body whether the schema says something of it; the name is empty for the body
     *     itself
     * @param most what is enough to know; the reading ends there
     */
    public static long of(byte[] body, Predicate<String> checked, long most) {
        long weight = OF_A_CHARACTER * HeapBudget.ofArray(body.length);
        try (JsonParser json = FACTORY.createParser(Json.reader(body))) {
            JsonMemoryEstimate weights = new JsonMemoryEstimate(json, checked);
            for (JsonToken token = json.nextToken(); token != null && weight <= most; token = json.nextToken()) {
                weight += weights.of(token);
            }
        } catch (IOException e) {
            // It is refused when it is parsed, which gets as far as this.
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
            // The check keeps these names.
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
