package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small documents that no code was generated from. */
final class SmallDocument {

    private SmallDocument() {}

    static String yaml() {
        return yaml("small");
    }

    /** Returns a document by name. */
    static String yaml(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/documents", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<DocumentSlice> slices() {
        return DocumentSlices.of((ObjectNode) SwaggerSpec.tree(yaml()));
    }

    static List<Mutant> mutants() {
        return mutants("small");
    }

    static List<Mutant> mutants(String name) {
        List<DocumentSlice> slices = DocumentSlices.of((ObjectNode) SwaggerSpec.tree(yaml(name)));
        return MutantCheck.of(slices).values().stream().flatMap(List::stream).toList();
    }
}
