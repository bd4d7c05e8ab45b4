package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code for whole documents compiles.
 *
 * <p>{@code -Ddocuments=} adds a file or a folder of YAML files.
 */
class DocumentsTest {

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|/\\*.*?\\*/", Pattern.DOTALL);

    @TempDir
    private Path folder;

    static Stream<Arguments> documents() throws IOException {
        String more = System.getProperty("documents", "");
        Path shapes = Path.of("src/test/resources/documents");
        List<Path> places = more.isEmpty() ? List.of(shapes) : List.of(shapes, Path.of(more));
        Stream.Builder<Arguments> arguments = Stream.builder();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> {
                    arguments.add(Arguments.of(file, Target.CLIENT));
                    arguments.add(Arguments.of(file, Target.SERVER));
                });
            }
        }
        return arguments.build();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void generatesAndCompiles(Path document, Target target) {
        Map<String, String> sources = GeneratedCode.of(document, target, folder).sources();

        assertThat(sources).isNotEmpty();
        sources.forEach((name, source) -> {
            assertThat(source).as(name).startsWith("// Generated from an OpenAPI document. Do not edit.\n");
            if (!name.equals("package-info")) {
                assertThat(source)
                        .as(name)
                        .containsOnlyOnce("\n@Generated(\"" + generator(target).getName() + "\")\n");
            }
            for (String untidy : List.of("\t", " \n", "\n\n\n", "\n\n}", "\n\n    }")) {
                assertThat(source.indexOf(untidy))
                        .as(name + " around " + untidy)
                        .isNegative();
            }
            assertThat(TEXT.matcher(source).replaceAll("")).as(name).doesNotContain("{{");
            assertThat(source.lines().filter(line -> line.startsWith("import ")))
                    .as(name)
                    .allSatisfy(line -> {
                        String simpleName = line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
                        assertThat(source.substring(source.lastIndexOf("\nimport ")))
                                .as(name)
                                .containsPattern("\\b" + simpleName + "\\b");
                    });
        });
    }

    private static Class<?> generator(Target target) {
        return target == Target.CLIENT ? ClientCodegen.class : ServerStubsCodegen.class;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void generatesTheSameFilesEachTime(Path document, Target target) {
        assertThat(GeneratedCode.notCompiled(document, target, folder.resolve("a"))
                        .sources())
                .isEqualTo(GeneratedCode.notCompiled(document, target, folder.resolve("b"))
                        .sources());
    }
}
