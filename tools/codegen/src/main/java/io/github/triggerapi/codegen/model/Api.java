package io.github.triggerapi.codegen.model;

import java.util.List;

/**
 * All that is generated from a document.
 *
 * @param serverUrl the first server, with no slash at the end
 * @param operations in the document's order
 * @param notes what of the document is left out, each with its place and the reason
 */
public record Api(
        String title,
        String version,
        String serverUrl,
        String sha256,
        List<Operation> operations,
        List<Definition> definitions,
        List<String> notes) {

    public Definition definition(Type.Named type) {
        return definitions.stream()
                .filter(d -> d.className().equals(type.className()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No class " + type.className()));
    }
}
