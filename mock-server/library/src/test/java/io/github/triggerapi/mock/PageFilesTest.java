package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the page over HTTP. */
@Tag("independent")
class PageFilesTest {
    private static final Path FILES = Path.of("src/main/resources/io/github/triggerapi/mock/internal/page");
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-z]+:)?//[\\w.-]+");

    private final MockServer server =
            MockServer.builder().controlToken("secret").start();
    private final Caller caller =
            Caller.of(server).without("Authorization").without("Content-Type").method("GET");

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> get(String path) {
        return caller.path(path).body("").send();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/_page/index.html, text/html;charset=utf-8",
        "/_page/page.css, text/css;charset=utf-8",
        "/_page/app.js, text/javascript;charset=utf-8",
        "/_page/icon.svg, image/svg+xml",
        "/_page/viewer/swagger-ui.css, text/css;charset=utf-8",
        "/_page/viewer/swagger-ui-bundle.js, text/javascript;charset=utf-8"
    })
    void filesNeedNoToken(String path, String type) {
        HttpResponse<String> file = get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isNotBlank();
        assertThat(file.headers().firstValue("Content-Type")).contains(type);
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe", "http", "*");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        HttpResponse<String> file = get("/");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
        HttpResponse<String> same = caller.path("/")
                .body("")
                .header("If-None-Match", "W/\"x\", " + tag)
                .send();
        assertThat(same.statusCode() + same.body()).isEqualTo("304");
        HttpResponse<String> other =
                caller.path("/").body("").header("If-None-Match", "\"x\"").send();
        assertThat(other.statusCode()).isEqualTo(200);
        HttpResponse<String> head = caller.method("HEAD").path("/").body("").send();
        assertThat(head.statusCode() + head.body()).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_page/",
                "/_page/none.js",
                "/_page/PageFiles.class",
                "/_page/package-info.class",
                "/_page/../page/app.js",
                "/_page/%2e%2e/control/control.yaml",
                "/_page/..%2fapp.js",
                "/_page//app.js",
                "/_page/viewer",
                "/_page/viewer/x/y.js",
                "/_page/app.js%00.css"
            })
    void otherPathsAreNotFound(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyReadingMethodsAreAllowed() {
        HttpResponse<String> response = caller.method("POST").path("/").send();
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void anOperationAtTheRootReplacesThePage() throws IOException {
        String yaml = """
                openapi: 3.1.0
                info: {title: Roots, version: "1"}
                paths:
                  /:
                    get:
                      operationId: root
                      responses:
                        "200": {description: It., content: {application/json: {example: {root: true}}}}
                """;
        Document document = Document.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
        try (MockServer other = MockServer.builder().api(document, List.of()).start()) {
            Caller reader =
                    Caller.of(other).without("Content-Type").method("GET").body("");
            assertThat(reader.path("/").statusAndBody()).isEqualTo("200 {\"root\":true}");
            assertThat(reader.path("/_page/index.html").send().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filesContainNoOtherHost() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                assertThat(addresses(Files.readString(file)))
                        .as("%s", file)
                        // The namespace of SVG, from which nothing is loaded.
                        .isSubsetOf("http://www.w3.org");
            }
        }
    }

    @Test
    void anotherHostInAFileIsFound() {
        assertThat(addresses("<script src=\"https://cdn.example/x.js\">")).containsExactly("https://cdn.example");
        assertThat(addresses("@import '//cdn.example/x.css'; // like this")).containsExactly("//cdn.example");
    }

    private static List<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }
}
