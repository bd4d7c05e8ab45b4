package io.github.triggerapi.codegen.document;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentException;
import java.nio.file.Path;

/** Reads the file of the document to generate code from. */
public final class DocumentFile {

    private DocumentFile() {}

    /**
     * Reads a file in YAML or JSON.
     *
     * @throws UnsupportedDocumentException if its text is invalid or ambiguous
     */
    public static Document read(Path file) {
        try {
            return Document.read(file);
        } catch (DocumentException e) {
            throw new UnsupportedDocumentException(file.toString(), e.problems());
        }
    }
}
