package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.codegen.document.UnsupportedDocumentException;
import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file beside a document with the meanings of its strings. */
class ValueTypesTest {

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: {title: Waits, version: '1'}
            paths: {}
            components:
              schemas:
                Wait:
                  type: object
                  properties:
                    length: {$ref: '#/components/schemas/Length'}
                    until: {type: string}
                    count: {type: integer}
                Length: {type: [string, number]}
            """;

    @TempDir
    private Path folder;

    @Test
    void buildersTakeWhatStringsMean() throws IOException {
        Path document = write("""
                # Waits
                "#/components/schemas/Length": duration
                "#/components/schemas/Wait/properties/until": [duration, instant]
                """);

        String wait = GeneratedCode.of(document, Target.CLIENT, folder.resolve("client"))
                .sources()
                .get("Wait");

        assertThat(wait)
                .containsOnlyOnce("length(Duration length) {\n            return length(Durations.format(length));")
                .containsOnlyOnce("until(Duration until) {\n            return until(Durations.format(until));")
                .containsOnlyOnce("until(Instant until) {\n            return until(DateTimes.format(until));")
                .doesNotContain("length(Instant", "count(Duration");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'#/components/schemas/Wait/properties/gone': duration | line 3: #/components/schemas/Wait/properties/gone is not the place of a string",
                "'#/components/schemas/Wait/properties/count': duration | line 3: #/components/schemas/Wait/properties/count is not the place of a string",
                "'#/components/schemas/Length': [duration, hours] | line 3: #/components/schemas/Length has \"hours\"; expected duration or instant",
                "'#/components/schemas/Length: 1 | line "
            },
            quoteCharacter = '`')
    void linesThatDoNotApplyAreFaults(String line, String fault) throws IOException {
        Path document = write("# Waits\n\n" + line + "\n");

        UnsupportedDocumentException thrown =
                catchThrowableOfType(UnsupportedDocumentException.class, () -> ApiReader.read(document));

        assertThat(thrown.problems()).singleElement().asString().startsWith(fault);
        assertThat(thrown).hasMessageContaining("api.value-types.yaml");
    }

    @Test
    void fileBelongsToOneDocument() throws IOException {
        write("'#/nowhere': duration");

        assertThat(ApiReader.read(Files.writeString(folder.resolve("other.yaml"), DOCUMENT))
                        .meanings())
                .isEmpty();
    }

    private Path write(String valueTypes) throws IOException {
        Files.writeString(folder.resolve("api.value-types.yaml"), valueTypes);
        return Files.writeString(folder.resolve("api.yaml"), DOCUMENT);
    }
}
