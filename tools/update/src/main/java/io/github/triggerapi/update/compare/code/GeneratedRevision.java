package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.SourceGenerator;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.Node;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A revision of the spec with the code that is generated from it. */
public final class GeneratedRevision {

    private final Document document;
    private final Api api;
    private final Map<String, GeneratedClass> generatedClasses = new LinkedHashMap<>();
    private final Map<Target, Map<String, String>> sources = new ConcurrentHashMap<>();

    private GeneratedRevision(Document document, Api api) {
        this.document = document;
        this.api = api;
        api.generatedClasses()
                .forEach(generatedClass -> generatedClasses.put(generatedClass.className(), generatedClass));
    }

    /**
     * Returns a revision.
     *
     * @param name what it is called in messages
     */
    public static GeneratedRevision of(Document document, String name) {
        return new GeneratedRevision(document, ApiReader.read(document, name));
    }

    Document document() {
        return document;
    }

    Api api() {
        return api;
    }

    /** Returns the generated models by the names of their classes. */
    Map<String, GeneratedClass> generatedClasses() {
        return generatedClasses;
    }

    /** Returns the source files of a target by their paths; generated on the first call. */
    Map<String, String> sources(Target target) {
        return sources.computeIfAbsent(target, key -> new SourceGenerator(api, key, key.packages()).files());
    }

    Optional<Operation> operation(Node operation) {
        return api.operations().stream()
                .filter(other -> pointer(other).equals(operation.pointer()))
                .findFirst();
    }

    static String pointer(Operation operation) {
        return JsonPointers.child("#/paths", operation.path()) + "/"
                + operation.verb().toLowerCase(Locale.ROOT);
    }
}
