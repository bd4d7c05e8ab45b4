package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.SwaggerSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactCheckTest {

    @TempDir
    private Path directory;

    @Test
    void artifactsMatchTheDocumentInUse() {
        assertThat(ArtifactCheck.check(SwaggerSpec.yaml(), ArtifactCheckTest.class.getClassLoader()))
                .isEmpty();
    }

    @Test
    void changedDocumentMakesBothArtifactsStale() {
        assertThat(ArtifactCheck.check(SwaggerSpec.yaml() + "\n", ArtifactCheckTest.class.getClassLoader()))
                .hasSize(2)
                .allMatch(line -> line.contains("was generated from the document with the SHA-256 digest "));
    }

    @Test
    void reportsTheArtifactOfAnotherDocument() throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(directory.resolve("io/github/triggerapi/client/api"))
                        .resolve("ApiDocument.java"),
                "package io.github.triggerapi.client.api;"
                        + "public final class ApiDocument { public static final String SHA_256 = \"0000\"; }");
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        String client = "io.github.triggerapi.client.api.ApiDocument";
        URL[] stale = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(stale, ArtifactCheckTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(client) ? findClass(name) : super.loadClass(name, resolve);
            }
        }) {
            List<String> lines = ArtifactCheck.check(SwaggerSpec.yaml(), loader);

            assertThat(lines).singleElement().asString().contains(directory.toString(), "digest 0000");
        }
    }
}
