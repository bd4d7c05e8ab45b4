package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs a generator in its own process and checks everything that it prints. */
class GeneratorOutputTest {

    private static final String START = "openapi: 3.1.0\nservers: [{url: 'https://example.com'}]\npaths: {}\n";

    private static final List<String> DOCUMENTS = List.of(
            START + "info: {title: T, version: '1', \"x\\n::error::pwned by a document \\e[31m##[error]red\": 1}\n",
            START + "info: {title: T, version: '1'}\n\"\\n::error::pwned \\e[31m##[error]red\": 1\n",
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n::error::pwned in YAML [\n",
            "{\"openapi\": \n::error::pwned in JSON\n}");

    @TempDir
    private static Path folder;

    private static String output;

    /** The main class of the process, which generates code from each document and prints the exceptions. */
    static final class Run {

        private Run() {}

        public static void main(String[] documents) {
            for (String document : documents) {
                CodegenConfigurator configurator = new CodegenConfigurator()
                        .setGeneratorName("trigger-client")
                        .setInputSpec("src/main/openapi/empty.yaml")
                        .setOutputDir(document + "-output")
                        .addAdditionalProperty(TriggerCodegen.DOCUMENT, document);
                try {
                    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
                } catch (RuntimeException e) {
                    e.printStackTrace();
                }
            }
        }
    }

    @BeforeAll
    static void run() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName()));
        for (int i = 0; i < DOCUMENTS.size(); i++) {
            command.add(Files.writeString(folder.resolve(i + ".yaml"), DOCUMENTS.get(i))
                    .toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void printsNoUnescapedTextOfTheDocument() {
        assertThat(output).doesNotContain("\u001B", "##[", "pwned in");
        assertThat(output.lines()).noneMatch(line -> line.strip().startsWith("::"));
    }

    @Test
    void printsMembersOfInfoVisibly() {
        assertThat(output).contains("attribute info.x[U+000A]::error::pwned by a document [U+001B][31m## [error]red");
        assertThat(folder.resolve("0.yaml-output/src/main/java")).isNotEmptyDirectory();
    }

    @Test
    void printsRejectedKeysVisibly() {
        assertThat(output).contains("[U+000A]::error::pwned [U+001B][31m## [error]red is unexpected");
    }

    @Test
    void reportsASyntaxErrorWithLineAndColumn() {
        assertThat(output)
                .containsPattern("Cannot generate code from .*2.yaml:\n  line 4, column 1: .*; expected YAML\n")
                .containsPattern("Cannot generate code from .*3.yaml:\n  line 2, column .*; expected JSON\n");
    }
}
