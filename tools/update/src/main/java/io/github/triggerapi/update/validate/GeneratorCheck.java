package io.github.triggerapi.update.validate;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.Node;

/** Rejects documents that the generators do not support. */
final class GeneratorCheck {

    private GeneratorCheck() {}

    static void check(Node root, Problems faults) {
        try {
            ApiReader.read(Document.of(root.json()), "the document");
        } catch (UnsupportedDocumentException e) {
            faults.addAll(e.problems());
        }
    }
}
