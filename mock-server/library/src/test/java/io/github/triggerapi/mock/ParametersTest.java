package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in the parameter styles of OpenAPI. */
class ParametersTest {
    private static MockServer server;
    private static Caller get;
    private static Caller post;

    @BeforeAll
    static void start() throws IOException {
        try (InputStream yaml = ParametersTest.class.getResourceAsStream("parameters.yaml")) {
            server = MockServer.builder().api(Document.read(yaml), List.of()).start();
        }
        post = Caller.of(server);
        get = post.method("GET").body("").without("Authorization").header("X-Trace", "1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String rejection(String message) {
        return "400 {\"error\":\"Validation error: " + message.replace("\"", "\\\"") + "\"}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items/7",
                "/items/latest",
                "/items/77",
                "/items/7?limit=100&unknown=1",
                "/items/7?since=2024-01-31T12%3A00%3A00.5%2B01%3A00",
                "/items/7?kinds=a,b",
                "/items/7?piped=true%7Cfalse",
                "/items/7?point=x,1,y,2",
                "/items/7?from=1&to=2",
                "/items/7?page%5Bsize%5D=5",
                "/items/7?filter%5Bstatus%5D=a&filter%5Bstatus%5D=b",
                "/items/7?filter%5Bstatus%5D=a,b&filter%5Bcreated%5D%5Bfrom%5D=5",
                "/items/7?filter%5Beither%5D=x",
                "/items/7?query=%7B%22a%22%3A1%7D",
                "/items/7?words=a%2Cb,c%2Cd",
                "/items/7?csv=1,2&a%5Bb%5D=1",
            })
    void valuesInAllStylesAreAccepted(String path) {
        assertThat(get.path(path).statusAndBody()).isEqualTo("204 ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "/items/10                | must be at most 9 at \"path.id\"",
                "/items/7?limit=0         | must be at least 1 at \"query.limit\"",
                "/items/7?limit=101       | must be at most 100 at \"query.limit\"",
                "/items/7?limit=x         | must be an integer at \"query.limit\"",
                "/items/7?since=yesterday | must be a date-time as in RFC 3339 at \"query.since\"",
                "/items/7?kinds=a,c       | must be \"a\" or \"b\" at \"query.kinds[1]\"",
                "/items/7?kinds=a,a       | must not repeat an item at \"query.kinds\"",
                "/items/7?kinds=a&kinds=b | must be given once at \"query.kinds\"",
                "/items/7?piped=true%7Cno | must be a boolean at \"query.piped[1]\"",
                "/items/7?point=y,2       | is required at \"query.point.x\"",
                "/items/7?to=x            | must be an integer at \"query.spread.to\"",
                "/items/7?page%5Bsize%5D=x| must be an integer at \"query.page[size]\"",
                "/items/7?query=%7B%22a%22%3A%22%22%7D | must be an integer at \"query.query.a\"",
                "/items/7?query=%7B       | must be an object at \"query.query\"",
                "/items/7?words=a%2Cb,c,d | must have at most 2 items at \"query.words\"",
                "/items/7?a%5Bb%5D=x      | must be an integer at \"query.nested.a.b\"",
                "/items/7?deep=a          | must be an object at \"query.deep\"",
                "/items/7?filter=x        | must be an object at \"query.filter\"",
                "/items/7?filter%5Bstatus%5D=a,c | must be \"a\" or \"b\" at \"query.filter.status[1]\"",
                "/items/7?filter%5Bcreated%5D%5Bfrom%5D=x | must be an integer at \"query.filter.created.from\"",
            })
    void errorsNameTheParameterInAllStyles(String path, String message) {
        assertThat(get.path(path).statusAndBody()).isEqualTo(rejection(message));
    }

    @Test
    void headersAreValidated() {
        Caller caller = get.path("/items/7");
        assertThat(caller.without("X-Trace").statusAndBody()).isEqualTo(rejection("is required at \"header.X-Trace\""));
        assertThat(caller.header("x-trace", "1,2").header("X-Flag", "false").statusAndBody())
                .isEqualTo("204 ");
        assertThat(caller.header("Cookie", "a=b; theme=dark").statusAndBody()).isEqualTo("204 ");
        assertThat(caller.header("Cookie", "a=b; theme=light").statusAndBody())
                .isEqualTo(rejection("must be \"dark\" at \"cookie.theme\""));
        assertThat(caller.header("X-Trace", "1,2,x").statusAndBody())
                .isEqualTo(rejection("must be an integer at \"header.X-Trace[2]\""));
        assertThat(caller.header("X-Flag", "no").statusAndBody())
                .isEqualTo(rejection("must be a boolean or null at \"header.X-Flag\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\":\"2024-02-29T23:59:59Z\",\"day\":\"any day\"}",
                "{\"nullable\":null,\"choice\":null,\"fixed\":null,\"reference\":null}",
                "{\"nullable\":\"a\",\"choice\":\"x\",\"fixed\":1,\"reference\":\"b\"}",
                "{\"kind\":{\"is\":\"b\",\"more\":\"\"},\"several\":4}",
            })
    void nullableAndExclusiveBoundsAllowValues(String body) {
        assertThat(post.path("/dates").body(body).statusAndBody()).isEqualTo("204 ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"at\":\"2024-02-30T00:00:00Z\"}      | must be a date-time as in RFC 3339 at \"at\"",
                "{\"at\":\"2024-02-29T00:00:00\"}       | must be a date-time as in RFC 3339 at \"at\"",
                "{\"nullable\":1}                         | must be null or a string at \"nullable\"",
                "{\"choice\":\"y\"}                     | must be \"x\" or null at \"choice\"",
                "{\"fixed\":2}                            | must be 1 or null at \"fixed\"",
                "{\"reference\":\"c\"}                  | must be \"a\" or \"b\" at \"reference\"",
                "{\"above\":0}  | must be greater than 0 at \"above\"",
                "{\"above\":10} | must be at most 9 at \"above\"",
                "{\"closed\":null}                        | must be a string at \"closed\"",
                "{\"kind\":{\"is\":\"a\",\"size\":1.5}}| must be an integer at \"kind.size\"",
                "{\"kind\":{\"is\":\"b\"}}            | is required at \"kind.more\"",
                "{\"several\":6}                          | must fit exactly one of the alternatives at \"several\"",
            })
    void exclusiveBoundsForbidValues(String body, String message) {
        assertThat(post.path("/dates").body(body).statusAndBody()).isEqualTo(rejection(message));
    }

    @Test
    void formsAreValidated() {
        Caller form = post.path("/forms").header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.body("count=1&tags=a&tags=%C3%BC+b").statusAndBody()).isEqualTo("204 ");
        assertThat(form.body("count=x").statusAndBody()).isEqualTo(rejection("must be an integer at \"count\""));
        assertThat(form.body("tags=a").statusAndBody()).isEqualTo(rejection("is required at \"count\""));
    }

    @Test
    void multipartFormsAreValidated() {
        Caller form = post.path("/forms").header("Content-Type", "multipart/form-data; boundary=\"b b\"");
        String part = "--b b\r\nContent-Disposition: form-data; name=\"count\"\r\n\r\n1\r\n";
        assertThat(form.body(part + "--b b--\r\n").statusAndBody()).isEqualTo("204 ");
        assertThat(form.body(part.replace("\n1", "\nx") + "--b b--").statusAndBody())
                .isEqualTo(rejection("must be an integer at \"count\""));
        assertThat(form.body(part.replace("count", "tags") + "--b b--").statusAndBody())
                .isEqualTo(rejection("is required at \"count\""));
        assertThat(form.body(part).statusAndBody())
                .contains("400 ", "The body is not multipart/form-data with the boundary of its Content-Type");
        assertThat(form.header("Content-Type", "multipart/form-data").body(part).statusAndBody())
                .isEqualTo("400 {\"error\":\"Content-Type has no boundary\"}");
    }

    @Test
    void plainTextIsValidatedAndBinaryContentIsNot() {
        Caller plain = post.path("/forms").header("Content-Type", "text/csv; charset=utf-8");
        assertThat(plain.body("a,b").statusAndBody()).isEqualTo("204 ");
        assertThat(plain.body("a,bc").statusAndBody())
                .isEqualTo(rejection("must have at most 3 characters at the top level"));
        assertThat(plain.header("Content-Type", "application/octet-stream")
                        .body("a,bc")
                        .statusAndBody())
                .isEqualTo("204 ");
    }

    @Test
    @Timeout(20)
    void manyValuesAreReadQuicklyOrRejected() {
        Caller form = post.path("/forms").header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(form.body("count=1" + "&tags=1".repeat(999)).statusAndBody()).isEqualTo("204 ");
        assertThat(form.body("count=1" + "&tags=1".repeat(400_000)).statusAndBody())
                .isEqualTo("400 {\"error\":\"There are more than 1000 parameters\"}");
        assertThat(form.body("count=1&tags=" + "1,".repeat(400_000)).statusAndBody())
                .isEqualTo("400 {\"error\":\"There are more than 1000 values in a list\"}");
        String part = "--x\r\nContent-Disposition: form-data; name=tags\r\n\r\n1\r\n";
        assertThat(post.path("/forms")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .body(part.repeat(20_000) + "--x--")
                        .statusAndBody())
                .isEqualTo("400 {\"error\":\"There are more than 1000 parts\"}");
        for (String number : List.of("9".repeat(2000), "-" + "9".repeat(2000), "1e999999999")) {
            assertThat(get.path("/items/7?limit=" + number).statusAndBody())
                    .isEqualTo(rejection("must be an integer at \"query.limit\""));
            assertThat(get.path("/_mock/runs?limit=" + number).statusAndBody())
                    .startsWith("400 ")
                    .contains("must be an integer at \\\"query.limit\\\"");
        }
    }
}
