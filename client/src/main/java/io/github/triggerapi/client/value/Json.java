package io.github.triggerapi.client.value;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.github.triggerapi.client.internal.message.MessageStrings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON that is to be sent. Where the spec allows any JSON, as for the {@code payload} of a run, a
 * {@link JsonElement} is sent as it is.
 *
 * <p>The parser is strict, as that of the service is.
 */
public final class Json {

    /** The maximum depth of nested arrays and objects: {@value}. */
    public static final int MAX_DEPTH = 500;

    /** In characters. */
    private static final int MAX_LOCATION = 100;

    private static final Pattern LOCATION = Pattern.compile("line \\d+ column \\d+ path .*", Pattern.DOTALL);

    private Json() {}

    /**
     * Parses a JSON value.
     *
     * <p>Numbers keep their digits, as in {@code 1.00} and {@code 12345678901234567890}. A leading byte order mark is
     * ignored.
     *
     * @param json JSON as in RFC 8259, without extensions such as comments, single quotes or {@code NaN}
     * @throws IllegalArgumentException if the string is not such JSON, an object has a duplicate name, a number has more
     *     than 1,023 characters, a string has an unpaired surrogate, or arrays and objects are nested deeper than
     *     {@link #MAX_DEPTH}; the message contains the location
     */
    public static JsonElement parse(String json) {
        JsonReader reader = new UniqueNamesReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(MAX_DEPTH);
        try {
            // Throws if there is no value, which the parser would take for null.
            reader.peek();
            JsonElement value = JsonParser.parseReader(reader);
            // Throws if something follows.
            reader.peek();
            return value;
        } catch (IOException | JsonParseException e) {
            throw invalid("Invalid JSON", reader, e);
        }
    }

    private static IllegalArgumentException invalid(String problem, JsonReader reader, @Nullable Throwable cause) {
        // The reader's string form alone contains line and column.
        Matcher matcher = LOCATION.matcher(reader.toString());
        String location = matcher.find() ? matcher.group() : "path " + reader.getPath();
        return new IllegalArgumentException(
                problem + " at " + MessageStrings.singleLine(location, MAX_LOCATION), cause);
    }

    /** Rejects duplicate names, of which Gson's parser keeps the last value only. */
    private static final class UniqueNamesReader extends JsonReader {

        private final Deque<Set<String>> names = new ArrayDeque<>();

        UniqueNamesReader(Reader in) {
            super(in);
        }

        @Override
        public void beginObject() throws IOException {
            super.beginObject();
            names.push(new HashSet<>());
        }

        @Override
        public String nextName() throws IOException {
            String name = super.nextName();
            if (!names.element().add(name)) {
                throw invalid("Duplicate name", this, null);
            }
            return name;
        }

        @Override
        public void endObject() throws IOException {
            super.endObject();
            names.pop();
        }
    }
}
