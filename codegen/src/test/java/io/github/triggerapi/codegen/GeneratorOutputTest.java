package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs a generator in a process of its own, as the plugin does, and looks at all that it prints. */
class GeneratorOutputTest {

    private static final String START = "openapi: 3.1.0\nservers: [{url: 'https://example.com'}]\npaths: {}\n";

    @TempDir
    private Path folder;

    /** The process. */
    static final class Run {

        private Run() {}

        public static void main(String[] arguments) {
            CodegenConfigurator configurator = new CodegenConfigurator()
                    .setGeneratorName("trigger-client")
                    .setInputSpec("src/main/openapi/empty.yaml")
                    .setOutputDir(arguments[1])
                    .addAdditionalProperty(TriggerCodegen.DOCUMENT, arguments[0]);
            new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        }
    }

    @Test
    void aMemberOfInfoIsNotPrintedAsItIs() throws Exception {
        String output = output(START
                + "info: {title: T, version: '1', \"x\\n::error::pwned by a document \\e[31m##[error]red\": 1}\n");

        assertThat(output).contains("attribute info.x[U+000A]::error::pwned by a document [U+001B][31m## [error]red");
        assertThat(folder.resolve("output/src/main/java")).isNotEmptyDirectory();
    }

    @Test
    void aRefusedKeyIsNotPrintedAsItIs() throws Exception {
        String output =
                output(START + "info: {title: T, version: '1'}\n\"\\n::error::pwned \\e[31m##[error]red\": 1\n");

        assertThat(output).contains("[U+000A]::error::pwned [U+001B][31m## [error]red is unexpected");
    }

    @Test
    void aSyntaxErrorOfYamlIsNotPrintedAsItIs() throws Exception {
        Path document = folder.resolve("api.yaml");

        assertThat(output("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n::error::pwned by a document [\n"))
                .contains("Cannot generate code from " + document, "\n  line 4, column 1: ", "; expected YAML\n")
                .doesNotContain("pwned");
    }

    @Test
    void aSyntaxErrorOfJsonIsNotPrintedAsItIs() throws Exception {
        assertThat(output("{\"openapi\": \n::error::pwned\n}"))
                .contains("\n  line 2, column ", "; expected JSON\n")
                .doesNotContain("pwned");
    }

    private String output(String text) throws IOException, InterruptedException {
        Path document = Files.writeString(folder.resolve("api.yaml"), text);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        document.toString(),
                        folder.resolve("output").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(output).doesNotContain("\u001B", "##[");
        assertThat(output.lines()).noneMatch(line -> line.strip().startsWith("::"));
        return output;
    }
}
