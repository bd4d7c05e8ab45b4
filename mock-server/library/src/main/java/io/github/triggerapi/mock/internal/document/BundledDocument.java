package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.openapi.OpenApi30Normalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The document that the stubs are generated from. The build reads its YAML and writes the tree as JSON beside this class, as
 * a server that reads JSON starts much faster.
 */
final class BundledDocument {
    private static final String YAML = "/io/github/triggerapi/spec/trigger-api.yaml";
    private static final String JSON = "/io/github/triggerapi/mock/internal/document/trigger-api.json";

    private BundledDocument() {}

    static Document read() {
        return new Document(tree(resource(JSON)), BundledDocument::yaml);
    }

    /**
     * Writes the tree.
     *
     * @param args the directory of the classes
     */
    public static void main(String[] args) throws IOException {
        JsonNode tree = OpenApi30Normalizer.of(tree(yaml())).document();
        Files.writeString(Path.of(args[0] + JSON), tree.toString());
    }

    private static byte[] yaml() {
        return resource(YAML);
    }

    private static JsonNode tree(byte[] text) {
        return DocumentReader.readExactly(new String(text, StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream resource = BundledDocument.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
