package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    private static final Document DOCUMENT = Document.of(DocumentReader.read("""
            paths:
              /runs/{id}: {get: {tags: [a, b]}}
            value: {name: here}
            with space: {name: there}
            direct: {$ref: '#/value'}
            indirect: {$ref: '#/direct'}
            encoded: {$ref: '#/with%20space'}
            plus: {$ref: '#/a+b'}
            a+b: {name: plus}
            out: {$ref: 'other.yaml#/a'}
            nowhere: {$ref: '#/missing'}
            broken: {$ref: '#/%zz'}
            one: {$ref: '#/other'}
            other: {$ref: '#/one'}
            """));

    @Test
    void nodesKnowTheirPointers() {
        Node get = DOCUMENT.root().get("paths").get("/runs/{id}").get("get");

        assertThat(get.pointer()).isEqualTo("#/paths/~1runs~1{id}/get");
        assertThat(DOCUMENT.at(get.pointer())).isEqualTo(get);
        assertThat(get.get("tags").elements())
                .extracting(Node::pointer)
                .containsExactly(get.pointer() + "/tags/0", get.pointer() + "/tags/1");
        assertThat(DOCUMENT.root().get("paths").members()).extracting(Node::key).containsExactly("/runs/{id}");
    }

    @Test
    void operationsAreTheHttpMethodsOfPaths() {
        Document document = Document.of(DocumentReader.read("""
                paths:
                  /a: {parameters: [], post: {}, get: {}, x-get: {}}
                  /b: {summary: b, trace: {}}
                webhooks: {c: {get: {}}}
                """));

        assertThat(document.operations())
                .extracting(Node::pointer)
                .containsExactly("#/paths/~1a/post", "#/paths/~1a/get", "#/paths/~1b/trace");
    }

    @Test
    void missingValuesAreNodesToo() {
        Node missing = DOCUMENT.root().get("paths").get("none").get("at all");

        assertThat(missing.exists()).isFalse();
        assertThat(missing.text("name")).isEmpty();
        assertThat(missing.members()).isEmpty();
        assertThat(missing.elements()).isEmpty();
        assertThat(DOCUMENT.at("#/paths/none").exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"value, here", "direct, here", "indirect, here", "encoded, there", "plus, plus"})
    void referencesAreFollowedToTheirEnd(String name, String found) {
        assertThat(DOCUMENT.resolve(DOCUMENT.root().get(name)).text("name")).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out     | #/out/$ref: the reference other.yaml#/a refers to another document; expected one that starts with #/, as no other is fetched",
                "nowhere | #/nowhere/$ref: the reference #/missing refers to nothing; expected the pointer of a value",
                "broken  | #/broken/$ref: the reference #/%zz refers to nothing; expected the pointer of a value",
                "one     | #/one/$ref: the reference #/other refers to itself; expected one to a value"
            })
    void referencesToNothingAreRejectedWithTheirPlace(String name, String message) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> DOCUMENT.resolve(DOCUMENT.root().get(name)))
                .withMessage(message);
    }

    @Test
    void digestIsThatOfTheBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "openapi: 3.1.0\n");

        assertThat(Document.read(file).sha256())
                .isEqualTo("f39db8e8ede3dc2457c613e2a304e6d478f6e5ec660e4746464f41e76ac77006");
    }
}
