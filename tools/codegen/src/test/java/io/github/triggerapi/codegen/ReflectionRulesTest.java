package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.ReflectionRules;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files for ProGuard, R8 and GraalVM list exactly the classes that need it. */
class ReflectionRulesTest {

    private static final Path SHAPES = Path.of("src/test/resources/documents/shapes.yaml");
    private static final String METADATA = "META-INF/native-image/io.github.triggerapi/trigger-api-client/";

    @TempDir
    private Path folder;

    static Stream<Path> documents() throws IOException {
        return DocumentsTest.documents()
                .map(arguments -> (Path) arguments.get()[0])
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void listsExactlyTheReflectedClasses(Path document) throws IOException, ReflectiveOperationException {
        ReflectedClasses reached =
                ReflectedClasses.of(GeneratedCode.of(document, Target.CLIENT, folder.resolve("code")));
        Map<String, String> files = rules(document);

        assertThat(reached.notIn(files)).isEmpty();
        assertThat(reached.tooMuchIn(files)).isEmpty();
    }

    @Test
    void detectsMissingLines() throws IOException, ReflectiveOperationException {
        ReflectedClasses reached = ReflectedClasses.of(GeneratedCode.of(SHAPES, Target.CLIENT, folder.resolve("code")));
        Map<String, String> files = rules(SHAPES);

        files.forEach((file, text) -> text.lines()
                .filter(line -> line.contains("io.github.triggerapi"))
                .forEach(line -> {
                    Map<String, String> less = new TreeMap<>(files);
                    less.put(file, text.replace(line + "\n", ""));
                    assertThat(reached.notIn(less))
                            .as(file + " without " + line)
                            .isNotEmpty();
                }));
    }

    @Test
    void detectsLinesThatNameNoClass() throws IOException, ReflectiveOperationException {
        ReflectedClasses reached = ReflectedClasses.of(GeneratedCode.of(SHAPES, Target.CLIENT, folder.resolve("code")));
        Map<String, String> files = rules(SHAPES);

        files.forEach((file, text) -> {
            Map<String, String> more = new TreeMap<>(files);
            more.put(file, text.replaceFirst("(io\\.github\\.triggerapi\\.client\\.[a-z]+\\.\\w+)", "$1Gone"));
            assertThat(reached.tooMuchIn(more)).as(file).isNotEmpty();
        });
    }

    @Test
    void doNotDependOnProse() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, Files.readString(SHAPES).replaceAll("(?m)(description: )(\\w)", "$1Prose. $2"));

        assertThat(other).content().isNotEqualTo(Files.readString(SHAPES));
        assertThat(rules(other)).isEqualTo(rules(SHAPES));
    }

    private Map<String, String> rules(Path document) throws IOException {
        Path resources = folder.resolve("resources-" + document.getFileName());
        new ReflectionRules(ApiReader.read(document)).write(resources);
        Map<String, String> files = new TreeMap<>();
        for (String file : new String[] {
            "META-INF/proguard/trigger-api-client.pro", METADATA + "proxy-config.json", METADATA + "reflect-config.json"
        }) {
            files.put(file.substring(file.lastIndexOf('/') + 1), Files.readString(resources.resolve(file)));
        }
        return files;
    }
}
