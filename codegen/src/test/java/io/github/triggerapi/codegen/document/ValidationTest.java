package io.github.triggerapi.codegen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

    @TempDir
    private Path folder;

    private Path document(String info, String paths) throws IOException {
        return Files.writeString(
                folder.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {" + info + "}\npaths: {" + paths + "}\n");
    }

    @Test
    void aMemberOfInfoThatOpenApiDoesNotHaveIsANote() throws IOException {
        assertThat(Validation.check(document("title: A, version: '1', more: things", "")))
                .containsExactly("attribute info.more is unexpected");
    }

    @Test
    void proseIsNone() throws IOException {
        assertThat(Validation.check(document("title: A, version: '1', description: B", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title: A | | attribute info.version is missing",
                "title: A, version: '1' | /a: {get: {more: things, responses: {'200': {description: B}}}} | more is unexpected",
            })
    void whatElseIsWrongIsRefused(String info, String paths, String reason) throws IOException {
        Path document = document(info, paths == null ? "" : paths);

        assertThatThrownBy(() -> Validation.check(document))
                .isInstanceOf(UnsupportedDocumentException.class)
                .hasMessageContaining(reason);
    }
}
