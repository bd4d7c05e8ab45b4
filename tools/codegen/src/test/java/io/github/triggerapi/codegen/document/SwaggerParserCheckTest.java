package io.github.triggerapi.codegen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.openapi.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwaggerParserCheckTest {

    @TempDir
    private Path folder;

    private List<String> check(String info, String paths) throws IOException {
        Path file = Files.writeString(
                folder.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {" + info + "}\npaths: {" + paths + "}\n");
        return SwaggerParserCheck.check(Document.read(file), file.toString());
    }

    @Test
    void notesUnknownMembersOfInfo() throws IOException {
        assertThat(check("title: A, version: '1', more: things", ""))
                .containsExactly("attribute info.more is unexpected");
    }

    @Test
    void notesNothingForProse() throws IOException {
        assertThat(check("title: A, version: '1', description: B", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title: A | | attribute info.version is missing",
                "title: A, version: '1' | /a: {get: {more: things, responses: {'200': {description: B}}}} | more is unexpected",
            })
    void rejectsOtherInvalidParts(String info, String paths, String reason) throws IOException {
        assertThatThrownBy(() -> check(info, paths == null ? "" : paths))
                .isInstanceOf(UnsupportedDocumentException.class)
                .hasMessageContaining(reason);
    }
}
