package io.github.triggerapi.codegen.model;

import java.util.List;

/**
 * The API that a document describes.
 *
 * @param serverUrl the first server, without a slash at the end
 * @param operations in the order of the document
 * @param notes what was left out, each with its JSON pointer and the reason
 */
public record Api(
        String title,
        String version,
        String serverUrl,
        String sha256,
        List<Operation> operations,
        List<GeneratedClass> generatedClasses,
        List<String> notes) {

    public GeneratedClass generatedClass(Type.Named type) {
        return generatedClasses.stream()
                .filter(d -> d.className().equals(type.className()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No class " + type.className()));
    }
}
