package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.OperationComparison.Pair;
import io.github.triggerapi.update.compare.operation.ParameterComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the places of operations that removals from generated interfaces and classes of parameters come from. */
final class OperationCauses {

    private final GeneratedRevision before;
    private final GeneratedRevision after;
    private final PointerMapping pointers;
    private final Map<String, PublicType> newTypes;

    OperationCauses(
            GeneratedRevision before,
            GeneratedRevision after,
            PointerMapping pointers,
            Map<String, PublicType> newTypes) {
        this.before = before;
        this.after = after;
        this.pointers = pointers;
        this.newTypes = newTypes;
    }

    /** Returns the cause of the removal of a method of an operation, or of the interface that it was in. */
    Cause ofMethod(Operation old, Removal removal) {
        String pointer = GeneratedRevision.pointer(old);
        boolean result = removal.kind() == Kind.MEMBER_TYPE;
        String what = (result ? "result of " : "method ") + old.method();
        Pair pair = pointers.operations().get(pointer);
        if (pair == null) {
            return new Cause(pointer, List.of(pointer), what);
        }
        List<String> places = new ArrayList<>();
        PublicType type = newTypes.get(removal.type());
        if (type == null || !type.declares(removal.member())) {
            addNames(pair, places);
        } else if (result) {
            addResult(before.document(), pair.before().operation(), old, places);
            after.operation(pair.after().operation())
                    .ifPresent(now -> addResult(after.document(), pair.after().operation(), now, places));
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
        return new Cause(pointer + (result ? " result" : ""), places, what);
    }

    /** Returns the cause of the removal of an accessor of parameters, or of their class. */
    Cause ofParameter(Operation old, Map<String, String> jsonNames, Removal removal) {
        String pointer = GeneratedRevision.pointer(old);
        Pair pair = pointers.operations().get(pointer);
        if (pair == null) {
            return new Cause("class", List.of(pointer), "parameters of " + old.method());
        }
        List<String> places = new ArrayList<>();
        String name = Cause.nameIn(removal.member(), jsonNames.keySet())
                .map(jsonNames::get)
                .orElse("");
        if (name.isEmpty()) {
            addNames(pair, places);
        }
        addParameters(
                pair, parameter -> name.isEmpty() || parameter.text("name").equalsIgnoreCase(name), places);
        places.add(pair.after().operation().pointer());
        return name.isEmpty()
                ? new Cause(removal.kind() == Kind.CLASS ? "class" : "", places, "parameters of " + old.method())
                : new Cause(name, places, "parameter " + name);
    }

    /** Returns the cause of the removal of something that has a part for each tag. */
    Cause ofTags() {
        List<String> places = new ArrayList<>();
        for (Operation operation : before.api().operations()) {
            String pointer = GeneratedRevision.pointer(operation);
            Pair pair = pointers.operations().get(pointer);
            if (pair == null) {
                places.add(pointer);
            } else {
                addNames(pair, places);
            }
        }
        places.add("#/tags");
        return new Cause("tags", places, "tags");
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

    private static void addResult(Document document, Node node, Operation operation, List<String> places) {
        operation.success().map(Response::status).ifPresent(status -> {
            Node listed = node.get("responses").get(status);
            places.add(document.resolve(listed).pointer());
            places.add(listed.pointer());
        });
    }
}
