package io.github.triggerapi.mock.internal.document;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document: its tree, and the places in it as JSON Pointers. */
public final class Document {
    private static final String RESOURCE = "/io/github/triggerapi/spec/trigger-api.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final byte[] source;
    private final JsonNode root;
    private @Nullable List<Operation> operations;

    private Document(byte[] source, JsonNode root) {
        this.source = source;
        this.root = root;
    }

    /** The document that the stubs are made from, read once. */
    public static Document bundled() {
        return Bundled.DOCUMENT;
    }

    private static final class Bundled {
        private static final Document DOCUMENT = ofResource(Document.class, RESOURCE);
    }

    /** A document on the class path. */
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
        return new Document(source, OpenApi30Normalizer.replace(YAML.readTree(source)));
    }

    /** Its text as it was read. */
    public byte[] source() {
        return source.clone();
    }

    public JsonNode root() {
        return root;
    }

    /** Its operations, which are looked for once: all servers with this document have them in common. */
    synchronized List<Operation> operations() {
        if (operations == null) {
            operations = new Operations(this).read();
        }
        return operations;
    }

    /** What is at a pointer, or where the references from there lead. */
    public Place at(String pointer) {
        Set<String> seen = new HashSet<>();
        String current = pointer;
        while (seen.add(current)) {
            JsonNode node = root.at(current);
            String reference = node.path("$ref").asText("");
            if (!reference.startsWith("#/")) {
                return new Place(current, node);
            }
            current = reference.substring(1);
        }
        throw new IllegalArgumentException("references in a circle: " + pointer);
    }

    /** The pointer of a member. */
    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * A place in the document.
     *
     * @param pointer where it is, free of references
     * @param node what is there, a missing node when nothing is
     */
    public record Place(String pointer, JsonNode node) {
        Place child(String name) {
            return new Place(Document.child(pointer, name), node.path(name));
        }

        Place item(int index) {
            return new Place(pointer + "/" + index, node.path(index));
        }
    }
}
