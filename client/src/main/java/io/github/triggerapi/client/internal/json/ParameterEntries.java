package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map of query parameters or headers, as Retrofit reads it. Several entries may have the same name, which
 * is how arrays are written.
 */
public final class ParameterEntries extends AbstractSet<Map.Entry<String, String>> {

    private static final Gson GSON = new Gson();

    /** See RFC 6265, section 4.1.1. */
    private static final Pattern COOKIE_VALUE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");

    private final List<Map.Entry<String, String>> entries = new ArrayList<>();

    private final UnaryOperator<String> encoding;

    /** Creates a set without entries. */
    public ParameterEntries() {
        this(UnaryOperator.identity());
    }

    private ParameterEntries(UnaryOperator<String> encoding) {
        this.encoding = encoding;
    }

    /** Returns a set whose names and values are percent-encoded, except for the delimiters of arrays. */
    public static ParameterEntries percentEncoded() {
        return new ParameterEntries(ParameterEntries::encode);
    }

    /** Returns an array in a path: its items, percent-encoded, with commas between them. */
    public static String joinedByCommas(List<?> values) {
        return values.stream().map(value -> encode(toString(value))).collect(Collectors.joining(","));
    }

    private static String encode(String string) {
        return URLEncoder.encode(string, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Adds a value: an entry for each item of a list, none for null. */
    public void add(String name, @Nullable Object value) {
        if (value instanceof Iterable<?> values) {
            values.forEach(item -> add(name, item));
        } else if (value != null) {
            entries.add(Map.entry(encoding.apply(name), encoding.apply(toString(value))));
        }
    }

    /**
     * Adds an array as one entry.
     *
     * @param delimiter stands between the items, encoded
     */
    public void addJoined(String name, @Nullable List<?> values, String delimiter) {
        if (values != null) {
            String joined = values.stream()
                    .map(value -> encoding.apply(toString(value)))
                    .collect(Collectors.joining(delimiter));
            entries.add(Map.entry(encoding.apply(name), joined));
        }
    }

    /** Adds a value as JSON in ASCII, as headers hold nothing else. */
    public void addJson(String name, @Nullable Object value) {
        if (value != null) {
            add(
                    name,
                    GSON.toJson(value)
                            .chars()
                            .mapToObj(character -> character > '~'
                                    ? String.format("\\u%04x", character)
                                    : Character.toString(character))
                            .collect(Collectors.joining()));
        }
    }

    /** Adds a string, a number or a boolean that a union holds. */
    public void addScalar(String name, @Nullable Object value) {
        addObject(name, value);
    }

    /** Adds an entry for each member of an object. */
    public void addMembers(@Nullable Object value) {
        if (value != null) {
            GSON.toJsonTree(value).getAsJsonObject().asMap().forEach(this::addTree);
        }
    }

    /**
     * Adds a cookie to the header with all of them.
     *
     * @throws IllegalArgumentException if its value has characters that no cookie may have, such as a semicolon
     */
    public void addCookie(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String text = toString(value);
        if (!isCookieValue(text)) {
            throw new IllegalArgumentException("The cookie " + name
                    + " has characters that RFC 6265 does not allow; expected ASCII without spaces, quotes, commas,"
                    + " semicolons and backslashes");
        }
        String cookie = name + "=" + text;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).getKey().equals("Cookie")) {
                cookie = entries.remove(i).getValue() + "; " + cookie;
            }
        }
        entries.add(Map.entry("Cookie", cookie));
    }

    /** Returns whether a cookie may have a value. */
    public static boolean isCookieValue(String value) {
        return COOKIE_VALUE.matcher(value).matches();
    }

    /** Adds an object as {@code name[member]=value}, nested to any depth. */
    public void addObject(String name, @Nullable Object value) {
        if (value != null) {
            addTree(name, GSON.toJsonTree(value));
        }
    }

    private void addTree(String name, JsonElement tree) {
        if (tree.isJsonObject()) {
            tree.getAsJsonObject().asMap().forEach((member, value) -> addTree(name + "[" + member + "]", value));
        } else if (tree.isJsonArray()) {
            tree.getAsJsonArray().forEach(item -> addTree(name, item));
        } else if (!tree.isJsonNull()) {
            add(name, tree.getAsString());
        }
    }

    private static String toString(Object value) {
        return value instanceof OffsetDateTime time
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
        return Collections.unmodifiableList(entries).iterator();
    }

    @Override
    public int size() {
        return entries.size();
    }
}
