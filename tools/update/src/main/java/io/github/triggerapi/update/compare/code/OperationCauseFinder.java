package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.OperationComparison.Pair;
import io.github.triggerapi.update.compare.operation.ParameterComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the places of operations that removals from generated interfaces and classes of parameters come from. */
final class OperationCauseFinder {

    private final GeneratedRevision before;
    private final GeneratedRevision after;
    private final PointerMapping pointers;
    private final Target target;

    OperationCauseFinder(RevisionPair revisions, Target target) {
        this.before = revisions.before();
        this.after = revisions.after();
        this.pointers = revisions.pointers();
        this.target = target;
    }

    /** Returns the cause of the removal of a method of an operation, or of the interface that it was in. */
    RemovalCause ofMethod(Origin old, Removal removal) {
        String pointer = old.pointer();
        boolean result = removal.kind() == Kind.MEMBER_TYPE;
        String what = (result ? "result of " : "method ") + old.name();
        Pair pair = pointers.operations().get(pointer);
        if (pair == null) {
            return new RemovalCause(pointer, List.of(pointer), what);
        }
        List<String> places = new ArrayList<>();
        if (!after.sources(target).origins(removal.type()).containsKey(removal.member())) {
            addNames(pair, places);
        } else if (result) {
            addResult(before, pair.before().operation(), places);
            addResult(after, pair.after().operation(), places);
        } else {
            addParameters(pair, parameter -> true, places);
            places.add(after.document()
                    .resolve(pair.after().operation().get("requestBody"))
                    .pointer());
            places.add(before.document()
                    .resolve(pair.before().operation().get("requestBody"))
                    .pointer());
        }
        places.add(pair.after().operation().pointer());
        return new RemovalCause(pointer + (result ? " result" : ""), places, what);
    }

    /**
     * Returns the cause of the removal of an accessor of a parameter, or of the class with the parameters of an operation.
     *
     * @param parameter null if the member is not that of a parameter
     */
    RemovalCause ofParameter(Origin operation, @Nullable Origin parameter, Removal removal) {
        String what = "parameters of " + operation.name();
        Pair pair = pointers.operations().get(operation.pointer());
        if (pair == null) {
            return new RemovalCause("class", List.of(operation.pointer()), what);
        }
        List<String> places = new ArrayList<>();
        if (parameter == null) {
            addNames(pair, places);
            addParameters(pair, other -> true, places);
        } else {
            addParameters(pair, other -> other.text("name").equalsIgnoreCase(parameter.name()), places);
        }
        places.add(pair.after().operation().pointer());
        return parameter == null
                ? new RemovalCause(removal.kind() == Kind.CLASS ? "class" : "", places, what)
                : new RemovalCause(parameter.name(), places, "parameter " + parameter.name());
    }

    /** Returns the cause of the removal of something that has a part for each tag. */
    RemovalCause ofTags() {
        List<String> places = new ArrayList<>();
        for (Operation operation : before.operations()) {
            String pointer = operation.description().pointer();
            Pair pair = pointers.operations().get(pointer);
            if (pair == null) {
                places.add(pointer);
            } else {
                addNames(pair, places);
            }
        }
        places.add("#/tags");
        return new RemovalCause("tags", places, "tags");
    }

    /** Adds the places that name methods, interfaces and classes of parameters. */
    private static void addNames(Pair pair, List<String> places) {
        for (Node operation : List.of(pair.after().operation(), pair.before().operation())) {
            places.add(operation.get("operationId").pointer());
            places.add(operation.get("tags").pointer());
        }
    }

    private void addParameters(Pair pair, Predicate<Node> filter, List<String> places) {
        Stream.concat(
                        ParameterComparison.of(after.document(), pair.after()).values().stream(),
                        ParameterComparison.of(before.document(), pair.before()).values().stream())
                .filter(filter)
                .forEach(parameter -> places.add(parameter.pointer()));
    }

    private static void addResult(GeneratedRevision revision, Node operation, List<String> places) {
        revision.operation(operation.pointer()).flatMap(Operation::success).ifPresent(success -> {
            Node listed = operation.get("responses").get(success.status());
            places.add(revision.document().resolve(listed).pointer());
            places.add(listed.pointer());
        });
    }
}
