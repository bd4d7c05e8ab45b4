package io.github.triggerapi.codegen.document;

import static org.assertj.core.api.Assertions.assertThat;

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

    private List<String> notes(String info, String paths) throws IOException {
        Path file = Files.writeString(
                folder.resolve("api.yaml"), "openapi: 3.1.0\ninfo: {" + info + "}\npaths: {" + paths + "}\n");
        return SwaggerParserCheck.notes(Document.read(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title: A, version: '1', more: things | | attribute info.more is unexpected",
                "title: A | | attribute info.version is missing",
                "title: A, version: '1' | /a: {get: {more: things, responses: {'200': {description: B}}}} | more is unexpected",
            })
    void notesWhatIsInvalid(String info, String paths, String reason) throws IOException {
        assertThat(notes(info, paths == null ? "" : paths))
                .singleElement()
                .asString()
                .startsWith("Swagger Parser: ")
                .contains(reason);
    }

    @Test
    void notesNothingForProse() throws IOException {
        assertThat(notes("title: A, version: '1', description: B", "")).isEmpty();
    }
}
