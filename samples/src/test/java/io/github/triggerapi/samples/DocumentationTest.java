package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.triggerapi.mock.MockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the examples of the README and of the documentation are parts of the samples or of the consumers, or runs them. */
class DocumentationTest {

    private static final Path README = Path.of("../README.md");
    private static final Path DOCS = Path.of("../docs");
    private static final Path PROJECTS = Path.of("../consumers/projects");
    private static final Path RUNTIMES = Path.of("../consumers/runtimes");

    @Test
    void javaExamplesArePartsOfTheSamples() throws IOException {
        List<String> samples = new ArrayList<>();
        for (Path directory : List.of(Path.of("src"), PROJECTS, RUNTIMES)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("DocumentationTest.java"))
                        .map(DocumentationTest::read)
                        .map(DocumentationTest::withoutSpace)
                        .forEach(samples::add);
            }
        }
        List<String> examples = blocks("java");

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            String body = withoutSpace(example.replaceAll("(?m)^import .*$", ""));
            List<String> imports = example.lines()
                    .filter(line -> line.startsWith("import "))
                    .map(DocumentationTest::withoutSpace)
                    .toList();
            assertThat(samples)
                    .anySatisfy(sample -> assertThat(List.of(sample))
                            .allMatch(text ->
                                    text.contains(body) && imports.stream().allMatch(text::contains)));
        }
    }

    @Test
    void dependenciesOfAJerseyProjectAreThoseOfItsConsumer() throws IOException {
        String project = blocks("xml").stream()
                .filter(block -> block.contains("jersey-bom"))
                .findFirst()
                .orElseThrow();
        String consumer = withoutSpace(read(RUNTIMES.resolve("pom.xml")) + read(RUNTIMES.resolve("jersey/pom.xml")));
        List<String> dependencies = Pattern.compile("<dependency>.*?</dependency>")
                .matcher(withoutSpace(project)
                        .replaceAll("(-bom</artifactId><version>)0[^<]*", "$1\\${trigger-api.version}"))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(dependencies).hasSizeGreaterThan(5).allMatch(consumer::contains);
    }

    @Test
    void firstExampleIsAProgramThatExits() throws IOException, InterruptedException {
        try (MockServer mock = MockServer.builder().port(0).start()) {
            String output = SampleRunner.output(Trigger.class, mock.url().toString());

            assertThat(output.strip()).matches("run_[0-9a-z]{21}");
        }
    }

    @Test
    void curlExamplesSucceedOnAnotherPort() throws IOException, InterruptedException {
        if (!canRun("curl")) {
            assertThat(System.getenv("CI")).as("curl is not installed").isNotEqualTo("true");
            abort("curl is not installed");
        }
        List<String> examples =
                blocks("sh").stream().filter(block -> block.startsWith("curl ")).toList();
        assertThat(examples).as("curl examples").isNotEmpty();
        List<String> outputs = new ArrayList<>();
        try (MockServer mock = MockServer.builder().port(0).start()) {
            for (String example : examples) {
                String line = example.replace("\\\n", " ")
                        .replace("http://127.0.0.1:8030", mock.url().toString());
                Process process = start("sh", "-c", line);
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(output).contains("{\"").doesNotContain("\"error\"");
                outputs.add(output);
            }
        }
        assertThat(outputs)
                .anySatisfy(output -> assertThat(output).containsPattern("\\{\"id\":\"run_[0-9a-z]{21}\"\\}"));
    }

    private static boolean canRun(String program) throws InterruptedException {
        try {
            return start(program, "--version").waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL);
        List<Path> pages;
        try (Stream<Path> files = Files.list(DOCS)) {
            pages = Stream.concat(
                            Stream.of(README),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
        List<String> blocks = new ArrayList<>();
        for (Path page : pages) {
            block.matcher(read(page)).results().map(found -> found.group(1)).forEach(blocks::add);
        }
        assertThat(blocks).as(language + " blocks in the README and in docs").isNotEmpty();
        return blocks;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
