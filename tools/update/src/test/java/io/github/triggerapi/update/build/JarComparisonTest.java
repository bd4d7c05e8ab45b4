package io.github.triggerapi.update.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.update.build.BuildResult.Incompatibility;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests finding incompatible changes between two jars. */
class JarComparisonTest {

    private static final String TYPE = """
            package io.github.triggerapi.client.model;
            /** Prose. */
            public final class Thing {
                public String name() { return ""; }
                String hidden() { return ""; }
            }
            """;
    private static final String API = """
            package io.github.triggerapi.client.api;
            public interface ThingsApi {
                String get();
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void additionsAndProseAreCompatible() throws IOException {
        String more = TYPE.replace("Prose", "Other prose")
                .replace("String hidden()", "public String colour() { return null; } Object hidden()");

        assertThat(compare(List.of(TYPE), List.of(more, API))).isEmpty();
    }

    @Test
    void removedMethodIsReported() throws IOException {
        assertThat(compare(List.of(TYPE), List.of(TYPE.replace("name()", "label()"))))
                .containsExactly(new Incompatibility(
                        "client", "io.github.triggerapi.client.model.Thing#name()", "method removed", true));
    }

    @Test
    void changedTypeIsReported() throws IOException {
        assertThat(compare(
                        List.of(TYPE),
                        List.of(TYPE.replace(
                                "public String name() { return \"\"; }", "public Long name() { return 1L; }"))))
                .extracting(Incompatibility::element)
                .contains("io.github.triggerapi.client.model.Thing#name()");
    }

    @Test
    void changedNestedTypeArgumentsAreReported() throws IOException {
        String before = API.replace("String get()", "java.util.List<java.util.List<String>> get()");

        assertThat(compare(List.of(before), List.of(before.replace("<String>", "<Long>"))))
                .containsExactly(new Incompatibility(
                        "client", "io.github.triggerapi.client.api.ThingsApi#get()", "generic types changed", false));
    }

    @Test
    void removedClassIsReported() throws IOException {
        assertThat(compare(List.of(TYPE, API), List.of(API)))
                .containsExactly(new Incompatibility(
                        "client", "io.github.triggerapi.client.model.Thing", "class removed", true));
    }

    @Test
    void newMethodInClientInterfaceIsCompatible() throws IOException {
        String more = API.replace("String get();", "String get(); String list();");

        assertThat(compare(List.of(API), List.of(more))).isEmpty();
        assertThat(compare(List.of(API.replace("client", "server")), List.of(more.replace("client", "server"))))
                .singleElement()
                .satisfies(found -> assertThat(found.binary()).isFalse())
                .extracting(Incompatibility::what)
                .isEqualTo("method added to interface");
    }

    private List<Incompatibility> compare(List<String> before, List<String> after) throws IOException {
        return JarComparison.compare("client", jar("before", before), jar("after", after));
    }

    private Path jar(String name, List<String> sources) throws IOException {
        Path classes = Files.createTempDirectory(directory, name);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> files =
                sources.stream().map(JarComparisonTest::file).toList();
        assertThat(compiler.getTask(null, null, null, List.of("-d", classes.toString()), null, files)
                        .call())
                .isTrue();
        Path jar = classes.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> found = Files.walk(classes)) {
            for (Path type : found.filter(f -> f.toString().endsWith(".class")).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(type).toString().replace('\\', '/')));
                Files.copy(type, out);
            }
        }
        return jar;
    }

    private static JavaFileObject file(String source) {
        String name = source.replaceAll("(?s).* (?:class|interface) (\\w+).*", "$1");
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public String getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
