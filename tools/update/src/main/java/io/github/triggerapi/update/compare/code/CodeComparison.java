package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Definition;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.update.compare.change.ChangeCollector;
import io.github.triggerapi.update.compare.operation.OperationComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what the generated code of the old document has, and that of the new one has not. */
public final class CodeComparison {

    private final Api before;
    private final Api after;
    private final PointerMapping places;
    private final Map<String, Definition> now = new LinkedHashMap<>();
    private final JavaTypes types;
    private final Classes classes;
    private final Methods methods;

    private CodeComparison(Document old, Document now, PointerMapping places) {
        this.before = ApiReader.read(old, "the old document");
        this.after = ApiReader.read(now, "the new document");
        this.places = places;
        after.definitions().forEach(definition -> this.now.put(definition.className(), definition));
        this.types = new JavaTypes(renamed());
        this.classes = new Classes(old, now, before, after, places, types);
        this.methods = new Methods(old, now, before, after, types);
    }

    public static CodeComparison of(Document old, Document now, PointerMapping places) {
        return new CodeComparison(old, now, places);
    }

    /** The pointers of the schemas that have a class in the new code. */
    public Set<String> classes() {
        return now.values().stream()
                .map(definition -> definition.description().pointer())
                .collect(Collectors.toSet());
    }

    /** The new names of classes whose schemas are where they were, by the old ones. */
    private Map<String, String> renamed() {
        Set<String> old =
                before.definitions().stream().map(Definition::className).collect(Collectors.toSet());
        Map<String, String> fresh = new HashMap<>();
        now.values().stream()
                .filter(definition -> !old.contains(definition.className()))
                .forEach(definition ->
                        fresh.put(place(definition, definition.description().pointer()), definition.className()));
        Map<String, String> renamed = new HashMap<>();
        for (Definition definition : before.definitions()) {
            String place = place(definition, places.now(definition.description().pointer()));
            if (!now.containsKey(definition.className()) && fresh.containsKey(place)) {
                renamed.put(definition.className(), fresh.get(place));
            }
        }
        return renamed;
    }

    private static String place(Definition definition, String pointer) {
        return definition.getClass().getSimpleName() + " " + pointer;
    }

    public void compare(ChangeCollector changes) {
        before.operations().forEach(operation -> {
            String pointer = "#/paths/" + operation.path().replace("~", "~0").replace("/", "~1") + "/"
                    + operation.verb().toLowerCase(Locale.ROOT);
            OperationComparison.Pair pair = places.operations().get(pointer);
            if (pair != null) {
                after.operations().stream()
                        .filter(other -> other.path().equals(pair.after().path().key())
                                && other.verb()
                                        .equalsIgnoreCase(
                                                pair.after().operation().key()))
                        .findFirst()
                        .ifPresent(other -> methods.compare(operation, other, pair, changes));
            }
        });
        for (Definition definition : before.definitions()) {
            Definition other = now.get(types.className(definition.className()));
            classes.compare(definition, other, changes);
        }
    }
}
