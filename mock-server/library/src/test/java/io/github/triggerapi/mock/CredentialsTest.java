package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials of each kind, as a document requires them. */
class CredentialsTest {

    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private static MockServer server;
    private static MockServer restricted;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream yaml = CredentialsTest.class.getResourceAsStream("credentials.yaml")) {
            Document document = Document.read(yaml);
            server = MockServer.builder()
                    .api(document, List.of())
                    .accessLog(LINES::add)
                    .start();
            restricted =
                    MockServer.builder().api(document, List.of()).keys("k1").start();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        restricted.close();
    }

    /** @param header a header line; null for none */
    private static HttpResponse<String> send(MockServer to, String path, String header) {
        Caller caller = Caller.of(to).method("GET").path(path).body("").without("Authorization");
        String[] parts = header == null ? null : header.split(": ", 2);
        return (parts == null ? caller : caller.header(parts[0], parts[1])).send();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 'dTpw' is 'u:p', 'dTo=' is 'u:', 'dQ==' is 'u'
                "/token                | Authorization: bearer x    | 204",
                "/token                | Authorization: Basic dTpw  | 401",
                "/token                |                            | 401",
                "/grant                | Authorization: Bearer x    | 204",
                "/grant                |                            | 401",
                "/user                 | Authorization: basic dTpw  | 204",
                "/user                 | Authorization: Basic dTo=  | 204",
                "/user                 | Authorization: Basic dQ==  | 401",
                "/user                 | Authorization: Basic _     | 401",
                "/user                 | Authorization: Bearer dTpw | 401",
                "/user                 |                            | 401",
                "/header               | x-pass: a b                | 204",
                "/header               | x-other: a                 | 401",
                "/header?X-Pass=a      |                            | 401",
                "/query?Pass%5B%5D=a   |                            | 204",
                "/query?Pass%5B%5D=    |                            | 401",
                "/query?pass%5B%5D=a   |                            | 401",
                "/query                | Pass: a                    | 401",
                "/cookie               | Cookie: a=b; session=c     | 204",
                "/cookie               | Cookie: a=b; my-session=c  | 401",
                "/cookie               | session: c                 | 401",
                "/both?Pass[]=a        | X-Pass: b                  | 204",
                "/both                 | X-Pass: b                  | 401",
                "/both?Pass[]=a        |                            | 401",
                "/either               | Cookie: session=c          | 204",
                "/either               | Authorization: Basic dTpw  | 204",
                "/either               |                            | 401",
                "/optional             |                            | 204",
                "/optional             | X-Pass: b                  | 204",
                "/certificate          |                            | 204",
                "/open                 |                            | 204"
            })
    void requiresTheCredentialsOfTheDocument(String path, String header, int status) {
        assertThat(send(server, path.replace("[", "%5B").replace("]", "%5D"), header)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/token              | Bearer",
                "/user               | Basic realm=\"api\"",
                "/both               | ApiKey",
                "/either             | ApiKey, Basic realm=\"api\"",
            })
    void challengesCallersWithoutCredentials(String path, String challenge) {
        assertThat(send(server, path, null).headers().firstValue("WWW-Authenticate"))
                .contains(challenge);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 'dTprMQ==' is 'u:k1', 'azE6dQ==' is 'k1:u'
                "/token             | Authorization: Bearer k1      | 204",
                "/token             | Authorization: Bearer k2      | 401",
                "/user              | Authorization: Basic dTprMQ== | 204",
                "/user              | Authorization: Basic azE6dQ== | 401",
                "/header            | X-Pass: k1                    | 204",
                "/header            | X-Pass: k2                    | 401",
                "/query?Pass%5B%5D=k1 |                             | 204",
                "/query?Pass%5B%5D=k2 |                             | 401",
                "/cookie            | Cookie: session=k1            | 204",
                "/cookie            | Cookie: session=k2            | 401",
            })
    void acceptsOnlyTheGivenKeys(String path, String header, int status) {
        assertThat(send(restricted, path, header).statusCode()).isEqualTo(status);
    }

    @Test
    void masksApiKeys() {
        send(server, "/both?Pass%5B%5D=hidden&pass=shown", "X-PASS: hidden");
        send(server, "/cookie", "Cookie: session=hidden");

        assertThat(LINES)
                .filteredOn(line -> line.contains("/both?Pass%5B%5D=***&pass=shown"))
                .isNotEmpty();
        assertThat(server.requests())
                .anySatisfy(request -> assertThat(request.header("X-Pass")).isEqualTo("***"))
                .allSatisfy(request ->
                        assertThat(request.path() + request.headers()).doesNotContain("hidden"));
    }
}
