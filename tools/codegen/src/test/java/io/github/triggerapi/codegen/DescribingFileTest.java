package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Javadoc of an operation names the file that describes it. */
class DescribingFileTest {

    private static final String OPERATION = """
            openapi: 3.1.0
            info: {title: a, version: b}
            servers: [{url: 'https://example.com'}]
            paths:
              /a:
                get:
                  operationId: get_a
                  summary: Gets a
                  x-supplement: $
                  responses: {'200': {description: A}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void namesTheSupplement(Target target) throws IOException {
        assertThat(comment("more.yaml", target))
                .contains("* <p>Described by more.yaml, which is not published by Trigger.dev.\n");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheDocument(Target target) throws IOException {
        assertThat(comment("{other: 1}", target)).contains("* <p>Described by api.yaml.\n");
    }

    @ParameterizedTest
    @EnumSource
    void escapesTheName(Target target) throws IOException {
        assertThat(comment("'*/ {@a} <b>'", target)).doesNotContain("*/ {", "{@a}", "<b>'");
    }

    private String comment(String supplement, Target target) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), OPERATION.replace("$", supplement));
        return GeneratedCode.of(file, target, Files.createDirectories(folder.resolve(target.name())))
                .sources()
                .entrySet()
                .stream()
                .filter(source -> source.getKey().endsWith("DefaultApi"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
