package io.github.triggerapi.update.compare;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The methods that generated interfaces have for an operation, by the types of their arguments. */
record Signatures(JavaTypes types) {

    /** Those of the client: with each body, without one where it may be left out, and without optional queries. */
    List<String> client(Operation operation) {
        List<String> query = query(operation);
        boolean optional = operation.parameters("query").stream().noneMatch(Parameter::required);
        List<String> signatures = new ArrayList<>();
        if (operation.bodies().isEmpty() || !operation.bodyRequired()) {
            add(signatures, "", first(operation), List.of(), query, optional);
        }
        for (int i = 0; i < operation.bodies().size(); i++) {
            Body body = operation.bodies().get(i);
            add(signatures, suffix(body, i), first(operation), body(body, true), query, optional);
        }
        return signatures;
    }

    private static void add(
            List<String> signatures,
            String suffix,
            List<String> first,
            List<String> body,
            List<String> query,
            boolean optional) {
        signatures.add(signature(suffix, first, body, query));
        if (optional) {
            signatures.add(signature(suffix, first, body, List.of()));
        }
    }

    /** Those of the stubs: beside each stand those that it had before it gained a query, or an optional body. */
    List<String> server(Operation operation) {
        List<String> first = first(operation);
        List<String> query = query(operation);
        List<String> signatures = new ArrayList<>();
        if (operation.bodies().isEmpty()) {
            add(signatures, "", first, List.of(), query, true);
        }
        for (int i = 0; i < operation.bodies().size(); i++) {
            Body body = operation.bodies().get(i);
            add(signatures, suffix(body, i), first, body(body, false), query, true);
            if (i == 0 && !operation.bodyRequired() && body.parts().isEmpty()) {
                add(signatures, "", first, List.of(), query, true);
            }
        }
        return signatures;
    }

    private static String suffix(Body body, int position) {
        return position == 0 ? "" : Names.pascal(body.mediaType());
    }

    private static String signature(String suffix, List<String> first, List<String> body, List<String> query) {
        return suffix + Stream.of(first, body, query).flatMap(List::stream).toList();
    }

    private List<String> first(Operation operation) {
        return Stream.of("path", "header")
                .flatMap(in -> operation.parameters(in).stream())
                .map(parameter -> types.argument(parameter.value()))
                .toList();
    }

    private static List<String> query(Operation operation) {
        return operation.parameters("query").isEmpty() ? List.of() : List.of("query");
    }

    private List<String> body(Body body, boolean client) {
        if (!body.parts().isEmpty()) {
            // All of one type, so that it matters which is which.
            return body.parts().stream().map(part -> "part " + part.name()).toList();
        }
        String other = client ? "RequestBody" : body.mediaType().startsWith("text/") ? "String" : "InputStream";
        return List.of(body.value().map(value -> types.of(value.type())).orElse(other));
    }

    /** The type of what an operation answers. */
    String result(Operation operation) {
        return operation
                .success()
                .filter(response -> !response.mediaType().isEmpty())
                .map(response ->
                        response.value().map(value -> types.of(value.type())).orElse("a stream"))
                .orElse("void");
    }
}
