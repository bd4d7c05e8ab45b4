package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.GeneratedSources;
import io.github.triggerapi.codegen.render.SourceGenerator;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A revision of the spec with the code that is generated from it. */
public final class GeneratedRevision {

    private final Document document;
    private final Api api;
    private final Map<String, GeneratedClass> generatedClasses = new LinkedHashMap<>();
    private final Map<Target, GeneratedSources> sources = new ConcurrentHashMap<>();

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

    List<Operation> operations() {
        return api.operations();
    }

    /** Returns the operation at a pointer; empty if no method is generated for it. */
    Optional<Operation> operation(String pointer) {
        return api.operations().stream()
                .filter(operation -> operation.description().pointer().equals(pointer))
                .findFirst();
    }

    /** Returns the generated models by the names of their classes. */
    Map<String, GeneratedClass> generatedClasses() {
        return generatedClasses;
    }

    /** Returns the source files of a target; generated on the first call. */
    GeneratedSources sources(Target target) {
        return sources.computeIfAbsent(target, key -> SourceGenerator.generate(api, key, key.packages()));
    }
}
