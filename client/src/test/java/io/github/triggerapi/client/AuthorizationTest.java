package io.github.triggerapi.client;

import static io.github.triggerapi.client.Requests.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    @Test
    void theKeyIsSentToTheServer() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            client.send(trigger(client));

            assertThat(server.request().headers().get("Authorization")).containsExactly("Bearer tr_dev_1234");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectDoesNotTakeTheKeyElsewhere(int status) {
        try (HttpStub elsewhere = HttpStub.triggering();
                HttpStub server = HttpStub.behaving(exchange -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url() + "/there");
                    exchange.sendResponseHeaders(status, -1);
                });
                TriggerClient client = server.client()) {
            client.send(trigger(client));

            assertThat(server.request().headers()).containsKey("Authorization");
            assertThat(elsewhere.request().headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void aRedirectOnTheSameServerKeepsTheKey() {
        AtomicInteger answered = new AtomicInteger();
        try (HttpStub server = HttpStub.behaving(exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/there")) {
                        boolean key = exchange.getRequestHeaders().containsKey("Authorization");
                        answered.incrementAndGet();
                        HttpStub.write(exchange, key ? 200 : 401, "application/json", "{}");
                    } else {
                        exchange.getResponseHeaders().set("Location", "/there");
                        exchange.sendResponseHeaders(307, -1);
                    }
                });
                TriggerClient client = server.client()) {
            client.send(trigger(client));

            assertThat(answered).hasValue(1);
        }
    }

    /** An interceptor of the user's own may sign requests or point them elsewhere. */
    @Test
    void aRequestThatIsPointedElsewhereGoesWithoutTheKey() {
        try (HttpStub elsewhere = HttpStub.triggering();
                HttpStub server = HttpStub.triggering();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .httpClient(new OkHttpClient.Builder()
                                .addInterceptor(chain -> chain.proceed(chain.request()
                                        .newBuilder()
                                        .url(elsewhere.url())
                                        .build()))
                                .build())
                        .build()) {
            client.send(trigger(client));

            assertThat(elsewhere.request().headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void anAuthorizationOfOnesOwnIsKept() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(server.url())
                        .httpClient(new OkHttpClient.Builder()
                                .addInterceptor(chain -> chain.proceed(chain.request()
                                        .newBuilder()
                                        .header("Authorization", "Bearer other")
                                        .build()))
                                .build())
                        .build()) {
            client.send(trigger(client));

            assertThat(server.request().headers().get("Authorization")).containsExactly("Bearer other");
        }
    }
}
