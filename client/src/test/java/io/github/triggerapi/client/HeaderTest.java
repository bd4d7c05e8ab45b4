package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.triggerapi.client.call.ApiCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Header;

class HeaderTest {

    private interface WithHeader {
        @GET("any")
        ApiCall<Void> get(@Header("x-own") String value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-evil: 1", "a\nb", "a\rb", "a\u0000b", "ü", "\u2028"})
    void rejectsValuesThatAddHeaders(String value) {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestOptions.builder().header("x-own", value))
                    .satisfies(e ->
                            assertThat(e.getMessage()).contains("x-own", "U+").doesNotContain(value));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TriggerClient.builder().header("x-own", value));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.api(WithHeader.class).get(value).send());
            assertThat(client.api(WithHeader.class).get(value).sendAsync())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(IllegalArgumentException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\n", "ü"})
    void rejectsNamesThatAddHeaders(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().header(name, "1"));
    }

    @Test
    void optionsOverrideHeadersOfCall() {
        try (HttpStub server = HttpStub.json(200, "");
                TriggerClient client =
                        server.builder().header("X-Own", "options").build()) {
            client.api(WithHeader.class).get("call").send();

            assertThat(server.request().headers().get("x-own")).containsExactly("options");
        }
    }

    @Test
    void sendsUserAgent() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            trigger(client).send();

            assertThat(server.request().headers().getFirst("User-Agent")).matches("trigger-api-client\\S* okhttp/\\S+");
        }
    }

    @Test
    void userAgentCanBeOverridden() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client =
                        server.builder().header("User-Agent", "shop/7").build()) {
            trigger(client).send();

            assertThat(server.request().headers().get("User-Agent")).containsExactly("shop/7");
        }
    }

    @Test
    void sendsTraceParent() {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .header("traceparent", parent)
                        .timeout(Duration.ofSeconds(30))
                        .build()) {
            trigger(client).send();

            assertThat(server.request().headers().get("traceparent")).containsExactly(parent);
        }
    }
}
