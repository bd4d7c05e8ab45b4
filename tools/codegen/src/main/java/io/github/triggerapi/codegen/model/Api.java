package io.github.triggerapi.codegen.model;

import io.github.triggerapi.openapi.SecurityScheme;
import java.util.Arrays;
import java.util.List;

/**
 * The API that a document describes.
 *
 * @param serverUrl the first server, without a slash at the end
 * @param operations in the order of the document
 * @param securitySchemes those whose credentials the client sends, in the order of the document
 * @param notes what was left out, each with its JSON pointer and the reason
 */
public record Api(
        String title,
        String version,
        String serverUrl,
        String sha256,
        List<Operation> operations,
        List<GeneratedClass> generatedClasses,
        List<SecurityScheme> securitySchemes,
        List<String> notes) {

    /** Returns whether each operation requires credentials that the client sends. */
    public boolean alwaysRequiresCredentials() {
        return !operations.isEmpty()
                && operations.stream()
                        .allMatch(operation -> !operation.security().isEmpty()
                                && operation.security().stream()
                                        .allMatch(alternative -> securitySchemes.stream()
                                                .anyMatch(scheme -> isRequired(scheme.name(), alternative))));
    }

    /** Returns whether an alternative of an operation, such as {@code key(read) & other}, requires a scheme. */
    private static boolean isRequired(String scheme, String alternative) {
        return Arrays.stream(alternative.split(" & "))
                .anyMatch(required -> required.equals(scheme) || required.startsWith(scheme + "("));
    }

    public GeneratedClass generatedClass(Type.Named type) {
        return generatedClasses.stream()
                .filter(d -> d.className().equals(type.className()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No class " + type.className()));
    }
}
