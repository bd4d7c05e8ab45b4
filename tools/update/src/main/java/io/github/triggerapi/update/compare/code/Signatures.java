package io.github.triggerapi.update.compare.code;

import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.model.Operation;
import io.github.triggerapi.codegen.model.Operation.Body;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The methods that generated interfaces have for an operation, by the types of their arguments. */
record Signatures(JavaTypes types) {

    /** What the query parameters and headers are in. */
    private static final String BUNDLE = "parameters";

    /** Those of the client: with each body, without one where it may be left out, and without what is optional. */
    List<String> client(Operation operation) {
        List<String> signatures = new ArrayList<>();
        if (operation.bodies().isEmpty() || !operation.bodyRequired()) {
            client(operation, "", List.of(), signatures);
        }
        for (int i = 0; i < operation.bodies().size(); i++) {
            Body body = operation.bodies().get(i);
            client(operation, suffix(body, i), body(body, true), signatures);
        }
        return signatures;
    }

    private void client(Operation operation, String suffix, List<String> body, List<String> signatures) {
        List<String> first = path(operation);
        List<Parameter> bundled = bundled(operation);
        if (bundled.stream().noneMatch(Parameter::required)) {
            signatures.add(signature(suffix, first, body, List.of()));
        }
        if (!bundled.isEmpty()) {
            signatures.add(signature(suffix, first, body, List.of(BUNDLE)));
        }
        if (!operation.parameters("header").isEmpty()) {
            signatures.add(signature(suffix, first, body, List.of(BUNDLE, "headers")));
        }
    }

    /** Those of the stubs: beside each stand those that it had before it gained parameters, or an optional body. */
    List<String> server(Operation operation) {
        List<String> signatures = new ArrayList<>();
        if (operation.bodies().isEmpty()) {
            server(operation, "", List.of(), signatures);
        }
        for (int i = 0; i < operation.bodies().size(); i++) {
            Body body = operation.bodies().get(i);
            server(operation, suffix(body, i), body(body, false), signatures);
            if (i == 0 && !operation.bodyRequired() && body.parts().isEmpty()) {
                server(operation, "", List.of(), signatures);
            }
        }
        return signatures;
    }

    private void server(Operation operation, String suffix, List<String> body, List<String> signatures) {
        signatures.add(signature(suffix, path(operation), body, List.of()));
        if (!bundled(operation).isEmpty()) {
            signatures.add(signature(suffix, path(operation), body, List.of(BUNDLE)));
        }
    }

    /** The parameters that one object holds. */
    static List<Parameter> bundled(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> !parameter.in().equals("path"))
                .toList();
    }

    private static String suffix(Body body, int position) {
        return position == 0 ? "" : Names.pascal(body.mediaType());
    }

    private static String signature(String suffix, List<String> first, List<String> body, List<String> last) {
        return suffix + Stream.of(first, body, last).flatMap(List::stream).toList();
    }

    private List<String> path(Operation operation) {
        return operation.parameters("path").stream()
                .map(parameter -> types.argument(parameter.value()))
                .toList();
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
