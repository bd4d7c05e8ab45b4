package io.github.triggerapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as it is written, before any parser has interpreted it.
 *
 * <p>Object models of OpenAPI have no room for some of what JSON Schema 2020-12 says, such as a list of types. The tree
 * has all of it.
 */
public final class Document {

    private static final String ANY_TYPE = "*/*";
    private static final String JSON_TYPE = "application/json";

    private final Node root;

    /** The bytes of the file; null if there is none. */
    private final byte @Nullable [] bytes;

    private Document(JsonNode tree, byte @Nullable [] bytes) {
        this.root = new Node("#", tree);
        this.bytes = bytes;
    }

    /**
     * Reads a file in YAML or JSON.
     *
     * @throws DocumentException if {@link DocumentReader#readLeniently} rejects its text
     */
    public static Document read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Document(DocumentReader.readLeniently(new String(bytes, StandardCharsets.UTF_8)), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a document that was read already. */
    public static Document of(JsonNode tree) {
        return new Document(tree, null);
    }

    /** Returns the whole document. */
    public Node root() {
        return root;
    }

    /** Returns the SHA-256 digest of the file's bytes, or of the tree as JSON if there is no file, in lower-case hexadecimal. */
    public String sha256() {
        byte[] digested = bytes == null ? root.json().toString().getBytes(StandardCharsets.UTF_8) : bytes;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(digested));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the operations of all paths, in the order of the document. */
    public List<Node> operations() {
        return root.get("paths").members().stream()
                .flatMap(path -> HttpMethods.operations(path).stream())
                .toList();
    }

    /** Returns the value at a pointer such as {@code #/paths}; a missing node where there is none. */
    public Node at(String pointer) {
        JsonNode found = root.json().at(pointer.substring(1));
        return new Node(pointer, found == null ? MissingNode.getInstance() : found);
    }

    /**
     * Returns what a reference refers to, which may be another reference; a missing node if that is nothing or is in
     * another document.
     */
    public Node target(String reference) {
        if (!reference.startsWith("#/")) {
            return new Node(reference, MissingNode.getInstance());
        }
        Node target = at(reference);
        return target.exists() ? target : at(percentDecoded(reference));
    }

    /**
     * Returns what a node refers to, through all references in between, or the node itself if it is not a reference.
     *
     * @throws DocumentException if the reference leads out of the document, to nothing or back to itself
     */
    public Node resolve(Node node) {
        Set<String> seen = new HashSet<>();
        Node current = node;
        while (current.has("$ref")) {
            Node place = current.get("$ref");
            String reference = place.json().asText();
            if (!place.json().isTextual()) {
                throw invalid(place, "is " + place.json() + "; expected a string");
            }
            if (!reference.startsWith("#/")) {
                throw invalid(
                        place,
                        reference + " refers to another document; expected one that starts with #/, as no other is"
                                + " fetched");
            }
            if (!seen.add(reference)) {
                throw invalid(place, reference + " refers to itself; expected one to a value");
            }
            current = target(reference);
            if (!current.exists()) {
                throw invalid(place, reference + " refers to nothing; expected the pointer of a value");
            }
        }
        return current;
    }

    /**
     * Returns the media type of a body. The range of all stands for JSON, unless that is listed, too, or the body has no
     * schema or is a string.
     *
     * @param media a member of {@code content}
     */
    public String mediaType(Node content, Node media) {
        boolean json = media.key().equals(ANY_TYPE)
                && !content.has(JSON_TYPE)
                && media.has("schema")
                && !resolve(media.get("schema")).text("type").equals("string");
        return json ? JSON_TYPE : media.key();
    }

    private static DocumentException invalid(Node reference, String problem) {
        return new DocumentException(reference.pointer(), "the reference " + problem);
    }

    /** A reference is a URI, so its fragment may be percent-encoded. */
    public static String percentDecoded(String reference) {
        try {
            return URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return reference;
        }
    }
}
