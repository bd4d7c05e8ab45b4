package io.github.triggerapi.mock.internal.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of a request. Their names are not case-sensitive. */
public final class RequestHeaders {
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public void add(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    /** Returns the first value of a header, null if there is none. */
    public @Nullable String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    /** Returns the values of a header, empty if there are none. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Returns all values by name, in a map whose keys are not case-sensitive. */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
