package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    @Test
    void sendsKeyToServer() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            trigger(client).send();

            assertThat(server.request().headers().get("Authorization")).containsExactly("Bearer tr_dev_1234");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirects(int status) {
        try (HttpStub elsewhere = HttpStub.triggering();
                HttpStub server = HttpStub.start(exchange -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url() + "/there");
                    exchange.sendResponseHeaders(status, -1);
                });
                TriggerClient client = server.client()) {
            assertThatExceptionOfType(TriggerResponseException.class)
                    .isThrownBy(() -> trigger(client).send())
                    .withMessage(
                            "POST /api/v1/tasks/my-task/trigger returned %d with a redirect to %s/there, which is not"
                                            .formatted(status, elsewhere.url())
                                    + " followed");

            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void asksSupplierForKeyAtEachAttempt() {
        AtomicInteger attempts = new AtomicInteger();
        try (HttpStub server = HttpStub.start(exchange -> HttpStub.write(
                        exchange,
                        attempts.incrementAndGet() < 3 ? 503 : 200,
                        "application/json",
                        "{\"id\":\"run_1\"}"));
                TriggerClient client = server.builder()
                        .secretKey(() -> "tr_dev_" + attempts.get())
                        .sleeper((delay, cancelled) -> {})
                        .build()) {
            trigger(client).send();

            assertThat(server.requests())
                    .extracting(request -> request.headers().getFirst("Authorization"))
                    .containsExactly("Bearer tr_dev_0", "Bearer tr_dev_1", "Bearer tr_dev_2");
            assertThat(client).hasToString("TriggerClient(" + server.url() + "/, …)");
        }
    }

    @Test
    void sendsNothingIfSupplierFails() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.builder()
                        .secretKey(() -> {
                            throw new IllegalStateException("the vault is sealed");
                        })
                        .build()) {
            assertThatExceptionOfType(TriggerConnectionException.class)
                    .isThrownBy(() -> trigger(client).send())
                    .withMessageEndingWith("The supplier of the credentials failed")
                    .havingRootCause()
                    .withMessage("the vault is sealed");
            assertThat(trigger(client).sendAsync())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(TriggerConnectionException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com", "http://10.0.0.1:8030", "http://localhost.example.com"})
    void rejectsPlainHttpToAnotherMachineUnlessAllowed(String url) {
        TriggerClient.Builder builder =
                TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url);

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("allowPlainHttp(true)");
        builder.allowPlainHttp(true).build().close();
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").build()) {
            RequestOptions options = RequestOptions.builder().apiUrl(url).build();
            assertThatIllegalArgumentException().isThrownBy(() -> client.withOptions(options));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://127.0.0.1:8030", "http://[::1]:1", "https://example.com"})
    void allowsPlainHttpToLoopbackAddresses(String url) {
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url).build()) {
            assertThat(client).hasToString("TriggerClient(" + url + "/, tr_dev_…)");
        }
    }

    /** An interceptor of the application may sign requests or redirect them. */
    @Test
    void doesNotSendKeyToAnotherServer() {
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
            trigger(client).send();

            assertThat(elsewhere.request().headers()).doesNotContainKey("Authorization");
        }
    }

    @Test
    void keepsAuthorizationOfInterceptor() {
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
            trigger(client).send();

            assertThat(server.request().headers().get("Authorization")).containsExactly("Bearer other");
        }
    }
}
