package io.github.triggerapi.client.internal.json;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map of query parameters or headers, as Retrofit reads it. Several entries may have the same name, which
 * is how arrays are written.
 */
public final class ParameterEntries extends AbstractSet<Map.Entry<String, String>> {

    private static final Gson GSON = new Gson();

    private final List<Map.Entry<String, String>> entries = new ArrayList<>();

    /** Creates a set without entries. */
    public ParameterEntries() {}

    /** Adds a value: an entry for each item of a list, none for null. */
    public void add(String name, @Nullable Object value) {
        if (value instanceof Iterable<?> values) {
            values.forEach(item -> add(name, item));
        } else if (value != null) {
            entries.add(Map.entry(name, toString(value)));
        }
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
