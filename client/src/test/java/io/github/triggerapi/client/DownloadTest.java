package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.triggerapi.client.error.ForbiddenException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from URLs in responses. */
class DownloadTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private record Order(String number, int items) {}

    @Test
    void readsStringsAndJson() {
        try (HttpStub store = HttpStub.json(200, "{\"number\":\"4711\",\"items\":2}");
                HttpStub api = HttpStub.triggering();
                TriggerClient client = api.client()) {
            String url = store.url() + "/packets/output.json?signature=a%2Fb&x=1";

            assertThat(client.download(url).send()).isEqualTo("{\"number\":\"4711\",\"items\":2}");
            assertThat(client.download(url, Order.class).send()).isEqualTo(new Order("4711", 2));
            assertThat(client.download(url, JsonElement.class).send())
                    .isEqualTo(JsonParser.parseString("{\"number\":\"4711\",\"items\":2}"));
            assertThat(client.download(url, Order.class).sendAsync())
                    .succeedsWithin(TIMEOUT)
                    .isEqualTo(new Order("4711", 2));
            assertThat(client.download(url).exchange().headers().get("Content-Type"))
                    .isEqualTo("application/json");
            assertThat(api.requests()).isEmpty();
            assertThat(store.requests())
                    .hasSize(5)
                    .allMatch(request -> request.path().equals("/packets/output.json?signature=a%2Fb&x=1"));
        }
    }

    @Test
    void primitivesAndArraysAreJson() {
        try (HttpStub store = HttpStub.json(200, "[1,2]");
                TriggerClient client = store.client()) {
            assertThat(client.download(store.url(), int[].class).send()).containsExactly(1, 2);
        }
        try (HttpStub store = HttpStub.json(200, "7");
                TriggerClient client = store.client()) {
            assertThat(client.download(store.url(), int.class).send()).isEqualTo(7);
        }
    }

    /** Also to the server of the API, where others may read it from a log. */
    @Test
    void sendsNeitherCredentialsNorHeadersOfTheApplication() {
        try (HttpStub store = HttpStub.triggering();
                TriggerClient client =
                        store.builder().header("x-team", "secret").build()) {
            client.download(store.url() + "/packets").send();

            Headers headers = store.request().headers();
            assertThat(headers.keySet())
                    .isSubsetOf(List.of("Accept-encoding", "Connection", "Host", "User-agent", "Content-length"));
            assertThat(headers.getFirst("User-Agent")).startsWith("trigger-api-client");
            assertThat(Map.copyOf(headers).toString()).doesNotContain("tr_dev_1234", "secret");

            // The same client sends both to an operation.
            TestCalls.trigger(client).send();
            assertThat(Map.copyOf(store.requests().get(1).headers()).toString()).contains("tr_dev_1234", "secret");
        }
    }

    @Test
    void readsWithTheGsonOfTheClient() {
        try (HttpStub store = HttpStub.json(200, "{\"Number\":\"4711\",\"Items\":2}");
                TriggerClient client = store.builder()
                        .gson(new GsonBuilder()
                                .setFieldNamingPolicy(FieldNamingPolicy.UPPER_CAMEL_CASE)
                                .create())
                        .build()) {
            assertThat(client.download(store.url(), Order.class).send()).isEqualTo(new Order("4711", 2));
        }
    }

    @Test
    void failuresAreThoseOfACall() {
        List<CallSummary> summaries = new CopyOnWriteArrayList<>();
        try (HttpStub store = HttpStub.responding(403, "application/xml", "<Error/>");
                TriggerClient client = store.builder().observer(summaries::add).build()) {
            String url = store.url() + "/packets?signature=abc";

            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> client.download(url, Order.class).send())
                    .withMessage("GET /packets returned 403")
                    .satisfies(e -> assertThat(e.body()).isEqualTo("<Error/>"));
            assertThat(client.download(url).sendAsync())
                    .failsWithin(TIMEOUT)
                    .withThrowableThat()
                    .withCauseInstanceOf(ForbiddenException.class);
            assertThat(summaries)
                    .hasSize(2)
                    .allMatch(summary -> !summary.toString().contains("abc"));
        }
    }

    @Test
    void retries() {
        FakeClock clock = new FakeClock();
        try (HttpStub store = HttpStub.json(503, "{}");
                TriggerClient client =
                        store.builder().clock(clock).sleeper(clock).build()) {
            assertThatExceptionOfType(TriggerResponseException.class)
                    .isThrownBy(() -> client.download(store.url()).send());
            assertThat(store.requests()).hasSize(RetryPolicy.standard().maxAttempts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"items\":\"many\"}"})
    void bodyThatIsNoSuchObjectIsUnexpected(String body) {
        try (HttpStub store = HttpStub.json(200, body);
                TriggerClient client = store.client()) {
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> client.download(store.url(), Order.class).send())
                    .satisfies(e -> assertThat(e.body()).isEqualTo(body));
        }
    }

    @Test
    void bodyIsLimited() {
        try (HttpStub store = HttpStub.json(200, "\"" + "a".repeat(100) + "\"");
                TriggerClient client = store.builder().maxResponseBytes(50).build()) {
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> client.download(store.url()).send())
                    .withMessageContaining("longer than 50 bytes");
        }
    }

    @Test
    void doesNotFollowRedirects() {
        try (HttpStub other = HttpStub.triggering();
                HttpStub store = HttpStub.start(exchange -> redirect(exchange, other.url()));
                TriggerClient client = store.client()) {
            assertThatExceptionOfType(TriggerResponseException.class)
                    .isThrownBy(() -> client.download(store.url()).send())
                    .withMessageContaining("which is not followed");
            assertThat(other.requests()).isEmpty();
        }
    }

    private static void redirect(HttpExchange exchange, String url) throws IOException {
        exchange.getResponseHeaders().set("Location", url);
        exchange.sendResponseHeaders(302, -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/packets?signature=abc", "file:///etc/passwd?signature=abc", "ftp://store/?signature=abc"})
    void otherUrlsAreRejected(String url) {
        try (TriggerClient client = client(false)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.download(url))
                    .withMessageNotContaining("abc");
        }
    }

    @Test
    void plainHttpIsRejectedUnlessItIsAllowed() {
        try (TriggerClient strict = client(false);
                TriggerClient lenient = client(true)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> strict.download("http://store.example/?signature=abc"))
                    .withMessageContaining("store.example")
                    .withMessageNotContaining("abc");
            assertThat(lenient.download("http://store.example/").request().url().host())
                    .isEqualTo("store.example");
        }
    }

    /** Attempts and times of a call are not those of its clones. */
    @Test
    void callCanBeCloned() {
        List<CallSummary> summaries = new CopyOnWriteArrayList<>();
        try (HttpStub store = HttpStub.json(200, "7");
                TriggerClient client = store.builder().observer(summaries::add).build()) {
            var call = client.download(store.url());

            assertThat(call.send()).isEqualTo("7");
            assertThat(call.isExecuted()).isTrue();
            assertThat(call.clone().send()).isEqualTo("7");
            assertThat(summaries).extracting(CallSummary::attempts).containsExactly(1, 1);
        }
    }

    private static TriggerClient client(boolean plainHttp) {
        return TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .allowPlainHttp(plainHttp)
                .build();
    }
}
