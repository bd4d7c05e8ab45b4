package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Response;
import io.github.triggerapi.codegen.model.Value;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.update.compare.code.Removal.Kind;
import io.github.triggerapi.update.compare.operation.OperationComparison.Pair;
import io.github.triggerapi.update.compare.operation.ParameterComparison;
import io.github.triggerapi.update.compare.operation.PointerMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        String what = "method " + old.method();
        Pair pair = pointers.operations().get(pointer);
        Optional<Operation> now =
                pair == null ? Optional.empty() : after.operation(pair.after().operation());
        if (pair == null || now.isEmpty()) {
            return new Cause(pointer, List.of(pointer), what);
        }
        Node was = pair.before().operation();
        Node is = pair.after().operation();
        List<String> names = Stream.of(is.get("operationId"), was.get("operationId"), is.get("tags"), was.get("tags"))
                .map(Node::pointer)
                .toList();
        if (!hasMethod(now.get(), old.method())) {
            return new Cause(pointer, with(names, is.pointer()), what);
        }
        boolean result = removal.kind() == Kind.MEMBER_TYPE;
        List<String> places = new ArrayList<>(result ? results(old, now.get(), was, is) : arguments(pair, was, is));
        places.add(is.pointer());
        places.addAll(names);
        return result
                ? new Cause(pointer + " result", places, "result of " + old.method())
                : new Cause(pointer, places, what);
    }

    private boolean hasMethod(Operation operation, String method) {
        PublicType type = newTypes.get(Names.api(operation.tag()));
        return operation.method().equals(method) && type != null && type.declares(method);
    }

    private static List<String> with(List<String> places, String last) {
        return Stream.concat(places.stream(), Stream.of(last)).toList();
    }

    /** Returns the cause of the removal of something that has a part for each tag. */
    Cause ofTags() {
        List<String> places = new ArrayList<>();
        for (Operation operation : before.api().operations()) {
            Pair pair = pointers.operations().get(GeneratedRevision.pointer(operation));
            if (pair == null) {
                places.add(GeneratedRevision.pointer(operation));
            } else {
                places.add(pair.after().operation().get("tags").pointer());
                places.add(pair.before().operation().get("tags").pointer());
            }
        }
        return new Cause("tags", with(places, "#/tags"), "tags");
    }

    // -- arguments ---------------------------------------------------------------------------------------------------

    private List<String> arguments(Pair pair, Node was, Node is) {
        Map<String, Node> old = ParameterComparison.of(before.document(), pair.before());
        Map<String, Node> now = ParameterComparison.of(after.document(), pair.after());
        List<String> places = new ArrayList<>();
        for (String in : List.of("header ", "path ", "query ")) {
            now.forEach((key, parameter) -> {
                Node other = old.get(key);
                if (key.startsWith(in) && (other == null || !other.json().equals(parameter.json()))) {
                    places.add(parameter.pointer());
                    places.add(parameter.pointer() + "/in");
                    places.add(parameter.pointer() + "/schema");
                    places.add(parameter.pointer() + "/required");
                }
            });
            old.forEach((key, parameter) -> {
                if (key.startsWith(in) && !now.containsKey(key)) {
                    places.add(parameter.pointer());
                }
            });
        }
        body(after.document(), is, places);
        body(before.document(), was, places);
        return places;
    }

    private static void body(Document document, Node operation, List<String> places) {
        Node body = document.resolve(operation.get("requestBody"));
        body.get("content").members().forEach(media -> {
            Node schema = document.resolve(media.get("schema"));
            places.add(media.pointer());
            places.add(media.pointer() + "/schema");
            schema.get("properties").members().forEach(part -> places.add(part.pointer()));
            places.add(schema.pointer());
        });
        places.add(body.pointer());
        places.add(body.pointer() + "/required");
    }

    // -- results -----------------------------------------------------------------------------------------------------

    private List<String> results(Operation old, Operation now, Node was, Node is) {
        List<String> places = new ArrayList<>();
        now.success().ifPresent(response -> response(after.document(), is, response, places));
        old.success().ifPresent(response -> response(before.document(), was, response, places));
        Optional<Value> oldValue = old.success().flatMap(Response::value);
        Optional<Value> newValue = now.success().flatMap(Response::value);
        if (oldValue.isPresent() && newValue.isPresent()) {
            places.add(SchemaCauses.innermost(oldValue.get(), newValue.get()));
        }
        return places;
    }

    private static void response(Document document, Node operation, Response response, List<String> places) {
        Node listed = operation.get("responses").get(response.status());
        document.resolve(listed).get("content").members().forEach(media -> {
            places.add(media.get("schema").pointer());
            places.add(media.pointer());
        });
        places.add(listed.pointer());
    }

    // -- query parameters and headers --------------------------------------------------------------------------------

    /** Returns the cause of the removal of an accessor of parameters, or of their class. */
    Cause ofParameter(Operation old, Map<String, String> jsonNames, Removal removal) {
        String pointer = GeneratedRevision.pointer(old);
        Pair pair = pointers.operations().get(pointer);
        Optional<Operation> now =
                pair == null ? Optional.empty() : after.operation(pair.after().operation());
        if (pair == null || now.isEmpty()) {
            return new Cause("class", List.of(pointer), "parameters of " + old.method());
        }
        Map<String, Node> was = ParameterComparison.of(before.document(), pair.before());
        Map<String, Node> is = ParameterComparison.of(after.document(), pair.after());
        Optional<String> field = Cause.nameIn(removal.member(), jsonNames.keySet());
        if (removal.kind() == Kind.CLASS || field.isEmpty()) {
            List<String> places = new ArrayList<>();
            if (!old.id().equals(now.get().id())) {
                places.add(pair.after().operation().get("operationId").pointer());
            }
            Stream.concat(is.values().stream(), was.values().stream())
                    .filter(parameter -> !parameter.text("in").equals("path"))
                    .forEach(parameter -> places.add(parameter.pointer()));
            places.add(pair.after().operation().pointer());
            return new Cause(removal.kind() == Kind.CLASS ? "class" : "", places, "parameters of " + old.method());
        }
        String name = jsonNames.get(field.get());
        List<String> places = new ArrayList<>();
        // It may have moved to another part of the request.
        Stream.concat(is.values().stream(), was.values().stream())
                .filter(parameter -> parameter.text("name").equalsIgnoreCase(name))
                .flatMap(parameter ->
                        Stream.of(parameter.pointer() + "/schema", parameter.pointer() + "/in", parameter.pointer()))
                .forEach(places::add);
        old.queryAndHeaderParameters().stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .forEach(one -> now.get().queryAndHeaderParameters().stream()
                        .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                        .forEach(other -> places.add(SchemaCauses.innermost(one.value(), other.value()))));
        places.add(pair.after().operation().pointer());
        return new Cause(field.get(), places, "parameter " + name);
    }
}
