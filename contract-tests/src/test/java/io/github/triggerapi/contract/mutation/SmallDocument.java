package io.github.triggerapi.contract.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.Spec;
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
        try {
            return Files.readString(Path.of("src/test/resources/documents/small.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Slice> slices() {
        return Slices.of((ObjectNode) Spec.tree(text()));
    }

    static List<Mutant> mutants() {
        return Mutants.of(slices()).values().stream().flatMap(List::stream).toList();
    }
}
