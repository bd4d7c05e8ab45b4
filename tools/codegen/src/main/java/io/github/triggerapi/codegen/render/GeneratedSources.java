package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.TypedValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The source files of a target, and the places of the spec that their members are generated from. */
public final class GeneratedSources {

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, Map<String, Origin>> origins = new LinkedHashMap<>();

    GeneratedSources() {}

    /**
     * What a member of a class is generated from.
     *
     * @param pointer the JSON pointer of a property, an alternative, a listed value, a parameter or an operation
     * @param name the name of the property or parameter, the variant, the listed value, or the method of the operation
     * @param value the type; empty for a listed value and for an operation
     */
    public record Origin(String pointer, String name, Optional<TypedValue> value) {}

    /** Returns the text of each file by its path in the source root. */
    public Map<String, String> files() {
        return Collections.unmodifiableMap(files);
    }

    /**
     * Returns the origins of a class by the names of members. The operation of a class with parameters has the empty name.
     * Methods and nested classes that all classes of a kind have are left out.
     */
    public Map<String, Origin> origins(String className) {
        return Collections.unmodifiableMap(origins.getOrDefault(className, Map.of()));
    }

    /**
     * Writes all files.
     *
     * @param folder the source root
     */
    public void write(Path folder) {
        files.forEach((file, text) -> OutputFiles.write(folder.resolve(file), text));
    }

    void addFile(String file, String text) {
        if (files.put(file, text) != null) {
            throw new IllegalStateException("Two classes would be in " + file);
        }
    }

    void addOrigin(String className, String member, Origin origin) {
        origins.computeIfAbsent(className, key -> new LinkedHashMap<>()).put(member, origin);
    }
}
