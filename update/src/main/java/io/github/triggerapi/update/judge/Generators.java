package io.github.triggerapi.update.judge;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the generators of this project cannot express. */
final class Generators {

    private Generators() {}

    static void check(String text, Faults faults) {
        try {
            Path file = Files.createTempFile("document-", ".yaml");
            try {
                ApiReader.read(Files.writeString(file, text));
            } catch (UnsupportedDocumentException e) {
                faults.addAll(e.problems());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
