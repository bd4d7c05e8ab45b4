package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.DocumentException;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.openapi.Node;
import io.github.triggerapi.openapi.OpenApi30Normalizer;
import io.github.triggerapi.openapi.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document that a server serves, with its schemas in terms of JSON Schema 2020-12. */
public final class Document {
    private final Supplier<byte[]> source;
    private final io.github.triggerapi.openapi.Document tree;
    private @Nullable List<Operation> operations;
    private @Nullable DocumentedResponseFactory responses;
    private @Nullable Document ofService;

    Document(JsonNode tree, Supplier<byte[]> source) {
        this.source = source;
        this.tree = io.github.triggerapi.openapi.Document.of(tree);
    }

    /** Returns the document that the stubs are generated from, which is read once. */
    public static Document bundled() {
        return Bundled.DOCUMENT;
    }

    private static final class Bundled {
        private static final Document DOCUMENT = BundledDocument.read();
    }

    public static Document ofResource(Class<?> beside, String name) {
        try (InputStream yaml = beside.getResourceAsStream(name)) {
            if (yaml == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return read(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Document read(InputStream yaml) throws IOException {
        byte[] source = yaml.readAllBytes();
        JsonNode tree = DocumentReader.readExactly(new String(source, StandardCharsets.UTF_8));
        return new Document(OpenApi30Normalizer.of(tree).document(), source::clone);
    }

    /** Returns its text. */
    public byte[] source() {
        return source.get();
    }

    public JsonNode root() {
        return tree.root().json();
    }

    /** Returns its operations, which are read once for all servers with this document. */
    public synchronized List<Operation> operations() {
        if (operations == null) {
            operations = new Operations(this).read();
        }
        return operations;
    }

    /**
     * Returns the same document with the operations that the TypeScript SDK calls besides; without them if both do not fit
     * together.
     */
    public synchronized Document withOperationsOfService() {
        if (ofService == null) {
            ofService = ServiceOperations.addedTo(this)
                    .map(tree -> new Document(tree, source))
                    .orElse(this);
        }
        return ofService;
    }

    /** Returns what creates its responses, which is prepared once for all servers with this document. */
    public synchronized DocumentedResponseFactory responses() {
        if (responses == null) {
            responses = new DocumentedResponseFactory(this);
        }
        return responses;
    }

    /**
     * Returns what is at a pointer such as {@code #/paths}, or what the references there lead to.
     *
     * @throws DocumentException if a reference leads to nothing
     */
    public Node at(String pointer) {
        return tree.resolve(tree.at(pointer));
    }

    /** Returns the media type of a member of {@code content}. */
    String mediaType(Node content, Node media) {
        return tree.mediaType(content, media);
    }

    /** Returns its security schemes. */
    public List<SecurityScheme> securitySchemes() {
        return tree.at("#/components/securitySchemes").names().stream()
                .map(this::securityScheme)
                .toList();
    }

    SecurityScheme securityScheme(String name) {
        return SecurityScheme.of(tree, name);
    }

    /** Returns what a reference refers to; a missing node if that is nothing. */
    Node target(String reference) {
        return tree.target(reference);
    }
}
