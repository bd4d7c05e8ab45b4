package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import java.util.List;
import java.util.Map;

/** Finds the places of the spec that removals from generated code come from. */
final class RemovalCauseFinder {

    private final GeneratedRevision before;
    private final Target target;
    private final SchemaCauseFinder schemas;
    private final OperationCauseFinder operations;

    RemovalCauseFinder(RevisionPair revisions, Target target) {
        this.before = revisions.before();
        this.target = target;
        this.schemas = new SchemaCauseFinder(revisions, target);
        this.operations = new OperationCauseFinder(revisions, target);
    }

    /** Returns the causes of a removal: one for each operation whose methods were in a removed interface. */
    List<RemovalCause> of(Removal removal) {
        GeneratedClass generatedClass = before.generatedClasses().get(removal.type());
        if (generatedClass != null) {
            return List.of(schemas.of(generatedClass, removal));
        }
        Map<String, Origin> origins = before.sources(target).origins(removal.type());
        if (origins.isEmpty()) {
            return List.of(operations.ofTags());
        }
        Origin ofParameters = origins.get("");
        if (ofParameters != null) {
            Origin parameter = removal.kind() == Kind.CLASS ? null : origins.get(removal.member());
            return List.of(operations.ofParameter(ofParameters, parameter, removal));
        }
        return removal.kind() == Kind.CLASS
                ? origins.values().stream()
                        .map(method -> operations.ofMethod(method, removal))
                        .toList()
                : List.of(operations.ofMethod(origins.get(removal.member()), removal));
    }
}
