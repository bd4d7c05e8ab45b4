package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.Mutants.Mutant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A document with a little of everything, which no code was generated from. */
final class SmallDocument {

    private SmallDocument() {}

    static String text() {
        return text("small");
    }

    /** Another document of which no code was generated either. */
    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/documents", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Slice> slices() {
        return Slices.of((ObjectNode) SwaggerSpec.tree(text()));
    }

    static List<Mutant> mutants() {
        return mutants("small");
    }

    static List<Mutant> mutants(String name) {
        List<Slice> slices = Slices.of((ObjectNode) SwaggerSpec.tree(text(name)));
        return Mutants.of(slices).values().stream().flatMap(List::stream).toList();
    }
}
