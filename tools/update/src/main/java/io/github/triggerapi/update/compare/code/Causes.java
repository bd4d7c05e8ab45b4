package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.GeneratedClass;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the places of the spec that removals from generated code come from. */
final class Causes {

    private final GeneratedRevision before;
    private final Map<String, PublicType> oldTypes;
    private final SchemaCauses schemas;
    private final OperationCauses operations;

    Causes(
            GeneratedRevision before,
            GeneratedRevision after,
            PointerMapping pointers,
            Map<String, String> renamed,
            Map<String, PublicType> oldTypes,
            Map<String, PublicType> newTypes) {
        this.before = before;
        this.oldTypes = oldTypes;
        this.schemas = new SchemaCauses(before, after, pointers, renamed, oldTypes);
        this.operations = new OperationCauses(before, after, pointers, newTypes);
    }

    /** Returns the causes of a removal: one for each operation whose methods were in a removed interface. */
    List<Cause> of(Removal removal) {
        GeneratedClass generatedClass = before.generatedClasses().get(removal.type());
        if (generatedClass != null) {
            return List.of(schemas.of(generatedClass, removal));
        }
        List<Operation> all = before.api().operations();
        List<Operation> siblings = all.stream()
                .filter(operation -> Names.api(operation.tag()).equals(removal.type()))
                .toList();
        if (removal.kind() == Kind.CLASS && !siblings.isEmpty()) {
            return siblings.stream()
                    .map(operation -> operations.ofMethod(operation, removal))
                    .toList();
        }
        // The name of a method starts with that of its operation.
        Optional<Operation> method = longest(siblings, Operation::method, removal.member());
        if (method.isPresent()) {
            return List.of(operations.ofMethod(method.get(), removal));
        }
        // So does the name of the class with its parameters.
        return longest(all, operation -> Names.owner(operation.id()), removal.type())
                .map(operation -> operations.ofParameter(
                        operation, oldTypes.get(removal.type()).jsonNames(), removal))
                .map(List::of)
                .orElseGet(() -> List.of(operations.ofTags()));
    }

    private static Optional<Operation> longest(
            List<Operation> operations, Function<Operation, String> name, String start) {
        return operations.stream()
                .filter(operation -> start.startsWith(name.apply(operation)))
                .max(Comparator.comparingInt(operation -> name.apply(operation).length()));
    }
}
