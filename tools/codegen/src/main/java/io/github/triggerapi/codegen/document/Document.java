package io.github.triggerapi.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * An OpenAPI document as it is written, before any parser has interpreted it.
 *
 * <p>The object model of openapi-generator has no room for some of what JSON Schema 2020-12 says, a list of types among
 * it, so types are derived from this tree instead.
 */
public final class Document {

    private final Node root;
    private final String sha256;

    private Document(Node root, String sha256) {
        this.root = root;
        this.sha256 = sha256;
    }

    /**
     * Reads a YAML or JSON document.
     *
     * @throws UnsupportedDocumentException where its text is neither
     */
    public static Document read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            JsonNode tree = DocumentParser.parse(file.toString(), new String(bytes, StandardCharsets.UTF_8));
            return new Document(new Node("#", tree), sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that was read already. Its digest is that of its JSON form. */
    public static Document of(JsonNode tree) {
        return new Document(new Node("#", tree), sha256(tree.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public Node root() {
        return root;
    }

    /** The SHA-256 digest of the file's bytes, in lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /**
     * The node that a reference leads to, through as many references as there are; the node itself where it is none.
     *
     * @throws UnsupportedException where the reference leaves the document, leads nowhere or round in a circle
     */
    public Node resolve(Node node) {
        Set<String> seen = new HashSet<>();
        Node current = node;
        while (current.has("$ref")) {
            String reference = current.text("$ref");
            if (!reference.startsWith("#/")) {
                throw new UnsupportedException(current.get("$ref"), "a reference out of the document: " + reference);
            }
            if (!seen.add(reference)) {
                throw new UnsupportedException(current.get("$ref"), "a reference that leads to itself: " + reference);
            }
            Node target = at(reference);
            if (!target.exists()) {
                throw new UnsupportedException(current.get("$ref"), "a reference to nothing: " + reference);
            }
            current = target;
        }
        return current;
    }

    /** The node at a pointer; a missing node where there is none. */
    public Node at(String pointer) {
        JsonNode found = root.json().at(pointer.substring(1));
        return new Node(pointer, found == null ? MissingNode.getInstance() : found);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
