package io.github.triggerapi.client.value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import io.github.triggerapi.client.internal.message.SingleLine;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON that is at hand as text, made ready to be sent: where the document allows any JSON, as for the
 * {@code payload} and the {@code context} of a run, a {@link JsonElement} goes out as it is.
 *
 * <p>The reading is strict, as the service's is.
 */
public final class Json {

    /** How deep arrays and objects may nest: {@value} levels. */
    public static final int MAX_DEPTH = 500;

    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+ path .*", Pattern.DOTALL);

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * <p>Numbers keep the digits they are written with, {@code 1.00} and {@code 12345678901234567890} too. A byte order
     * mark in front is passed over.
     *
     * @param text JSON as in RFC 8259, and nothing else: no comments, single quotes or {@code NaN}
     * @throws IllegalArgumentException where it is not, and also where two members of an object have one name, a number
     *     has more than 1,023 characters, a string has half a surrogate pair, which UTF-8 cannot carry, or arrays and
     *     objects nest deeper than {@link #MAX_DEPTH}; the message says where
     */
    public static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
        try {
            JsonElement value = value(reader);
            // Refuses whatever follows.
            reader.peek();
            return value;
        } catch (IOException e) {
            throw refused("No valid JSON", reader, e);
        }
    }

    private static JsonElement value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            default -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
        };
    }

    private static JsonObject object(JsonReader reader) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw refused("Second member of one name", reader, null);
            }
            object.add(name, value(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray array(JsonReader reader) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(reader));
        }
        reader.endArray();
        return array;
    }

    private static IllegalArgumentException refused(String what, JsonReader reader, @Nullable Throwable cause) {
        // The reader tells its line and column in this way only.
        Matcher place = PLACE.matcher(reader.toString());
        String where = place.find() ? place.group() : "path " + reader.getPath();
        return new IllegalArgumentException(what + " at " + SingleLine.of(where, 100), cause);
    }
}
