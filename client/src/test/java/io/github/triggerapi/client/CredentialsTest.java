package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.api.SecurityScheme.ApiKey;
import io.github.triggerapi.client.api.SecurityScheme.Basic;
import io.github.triggerapi.client.api.SecurityScheme.Bearer;
import io.github.triggerapi.client.api.SecurityScheme.In;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.error.TriggerConnectionException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Query;

class CredentialsTest {

    private static final Bearer BEARER = new Bearer("bearer");
    private static final Basic BASIC = new Basic("basic");
    private static final ApiKey HEADER = new ApiKey("header", In.HEADER, "X-Key");
    private static final ApiKey QUERY = new ApiKey("query", In.QUERY, "api_key");
    private static final ApiKey COOKIE = new ApiKey("cookie", In.COOKIE, "session");

    /** Secured as generated interfaces are. */
    private interface Api {

        @GET("bearer")
        @Secured("bearer(read write)")
        ApiCall<Void> bearer();

        @GET("basic")
        @Secured("basic")
        ApiCall<Void> basic();

        @GET("keys")
        @Secured("header & query & cookie")
        ApiCall<Void> keys(
                @Header("X-Key") String header, @Header("Cookie") String cookie, @Query("api_key") String key);

        @GET("either")
        @Secured({"", "query", "header & secretKey", "bearer"})
        ApiCall<Void> either();

        @GET("certificate")
        @Secured({"certificate", "header & certificate"})
        ApiCall<Void> certificate();

        @GET("missing")
        @Secured({"secretKey & basic", "secretKey(read)"})
        ApiCall<Void> missing();

        @GET("open")
        ApiCall<Void> open();
    }

    private static TriggerClient.Builder all(TriggerClient.Builder builder) {
        return builder.credentials(BEARER, () -> "s3cr3t-token")
                .credentials(BASIC, "s3cr3t-user", "s3cr3t-password")
                .credentials(HEADER, "s3cr3t header")
                .credentials(QUERY, "s3cr3t+query")
                .credentials(COOKIE, "s3cr3t-cookie");
    }

    /** Returns the part of a request that can carry credentials. */
    private static String credentials(HttpStub.Request request) {
        return Stream.concat(
                        Stream.of(request.path()),
                        Stream.of("Authorization", "X-Key", "Cookie")
                                .map(request.headers()::getFirst)
                                .filter(value -> value != null))
                .collect(Collectors.joining(", "));
    }

    private static String sent(
            Function<TriggerClient.Builder, TriggerClient.Builder> options, Function<Api, ApiCall<Void>> call) {
        try (HttpStub server = HttpStub.responding(204, "text/plain", "");
                TriggerClient client = options.apply(TriggerClient.builder())
                        .apiUrl(server.url())
                        .build()) {
            call.apply(client.api(Api.class)).send();
            return credentials(server.request());
        }
    }

    @Test
    void sendsTheCredentialsThatTheOperationRequires() {
        assertThat(sent(CredentialsTest::all, Api::bearer)).isEqualTo("/bearer, Bearer s3cr3t-token");
        assertThat(sent(CredentialsTest::all, Api::basic))
                .isEqualTo("/basic, Basic czNjcjN0LXVzZXI6czNjcjN0LXBhc3N3b3Jk");
        assertThat(sent(CredentialsTest::all, api -> api.keys(null, "a=b", null)))
                .isEqualTo("/keys?api_key=s3cr3t%2Bquery, s3cr3t header, a=b; session=s3cr3t-cookie");
        assertThat(sent(CredentialsTest::all, Api::certificate)).isEqualTo("/certificate, s3cr3t header");
        assertThat(sent(CredentialsTest::all, Api::open)).isEqualTo("/open");
    }

    @Test
    void takesTheFirstAlternativeWithCredentials() {
        assertThat(sent(CredentialsTest::all, Api::either)).isEqualTo("/either?api_key=s3cr3t%2Bquery");
        assertThat(sent(b -> b.credentials(HEADER, "a").credentials(BEARER, "b"), Api::either))
                .isEqualTo("/either, Bearer b");
        assertThat(sent(b -> b.header("X-Key", "a").secretKey("b"), Api::either))
                .isEqualTo("/either, Bearer b, a");
        assertThat(sent(b -> b.credentials(HEADER, "a"), Api::either)).isEqualTo("/either");
        assertThat(sent(b -> b.credentials(BASIC, "a", "b"), Api::certificate)).isEqualTo("/certificate");
    }

    @Test
    void keepsWhatTheCallerSets() {
        assertThat(sent(CredentialsTest::all, api -> api.keys("mine", "session=own", "other")))
                .isEqualTo("/keys?api_key=other, mine, session=own");
        assertThat(sent(b -> b.header("Authorization", "Digest a"), Api::basic)).isEqualTo("/basic, Digest a");
    }

    @Test
    void optionsOverrideCredentialsByScheme() {
        RequestOptions options =
                RequestOptions.builder().credentials(HEADER, "other").build();
        try (HttpStub server = HttpStub.responding(204, "text/plain", "");
                TriggerClient client =
                        all(TriggerClient.builder()).apiUrl(server.url()).build();
                TriggerClient derived = client.withOptions(options)) {
            derived.api(Api.class).keys(null, null, null).send();
            assertThat(credentials(server.request()))
                    .isEqualTo("/keys?api_key=s3cr3t%2Bquery, other, session=s3cr3t-cookie");
        }
    }

    @Test
    void saysWhichCredentialsAreMissing() {
        try (HttpStub server = HttpStub.responding(204, "text/plain", "");
                TriggerClient client = TriggerClient.builder()
                        .credentials(BASIC, "a", "b")
                        .apiUrl(server.url())
                        .build()) {
            assertThatExceptionOfType(TriggerConnectionException.class)
                    .isThrownBy(() -> client.api(Api.class).missing().send())
                    .withMessageEndingWith(
                            "The credentials for this operation are not set; expected secretKey(…) or credentials(…) for"
                                    + " secretKey & basic, or for secretKey(read)");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void showsCredentialsNowhere() {
        List<String> shown = new ArrayList<>();
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.getResponseHeaders()
                            .set("Location", exchange.getRequestURI().toString());
                    HttpStub.write(
                            exchange,
                            exchange.getRequestURI().getPath().equals("/keys") ? 303 : 400,
                            "text/plain",
                            exchange.getRequestURI() + " "
                                    + exchange.getRequestHeaders().entrySet());
                });
                TriggerClient client = all(TriggerClient.builder())
                        .apiUrl(server.url())
                        .retryPolicy(RetryPolicy.none())
                        .observer(call -> shown.add(call.toString()))
                        .build()) {
            Api api = client.api(Api.class);
            shown.add(client.toString());
            for (ApiCall<Void> call : List.of(api.basic(), api.bearer(), api.keys(null, null, null))) {
                assertThatExceptionOfType(TriggerResponseException.class)
                        .isThrownBy(() -> call.send())
                        .satisfies(e -> shown.addAll(
                                List.of(e.toString(), e.body(), e.headers().toString())));
                shown.add(call.request().toString());
            }

            assertThat(server.requests()).hasSize(3);
            assertThat(shown).hasSize(16).noneMatch(text -> text.contains("s3cr3t") || text.contains("czNjcjN0"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "HEADER, s3cr3t\u00fc",
                "HEADER, `s3cr3t\nb: c`",
                "HEADER, ``",
                "QUERY,  `s3cr3t\u0000`",
                "QUERY,  ``",
                "COOKIE, s3cr3t; a=b",
                "COOKIE, s3cr3t b",
                "COOKIE, ``"
            })
    void rejectsKeysThatTheirPlaceDoesNotAllow(In in, String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TriggerClient.builder().credentials(new ApiKey("a", in, "b"), key))
                .withMessageStartingWith("The API key of \"a\" ")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void rejectsUserNamesAndTokensThatCannotBeSent() {
        TriggerClient.Builder builder = TriggerClient.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.credentials(BASIC, "a:b", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.credentials(BASIC, "a", "b\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.credentials(BEARER, "Bearer a"));
    }

    @Test
    void doesNotSendCredentialsToAnotherServer() {
        try (HttpStub elsewhere = HttpStub.responding(204, "text/plain", "");
                HttpStub server = HttpStub.responding(204, "text/plain", "");
                TriggerClient client = all(TriggerClient.builder())
                        .apiUrl(server.url())
                        .httpClient(new OkHttpClient.Builder()
                                .addInterceptor(chain -> chain.proceed(chain.request()
                                        .newBuilder()
                                        .url(elsewhere.url() + "/there")
                                        .build()))
                                .build())
                        .build()) {
            client.api(Api.class).keys(null, null, null).send();

            assertThat(credentials(elsewhere.request())).isEqualTo("/there");
        }
    }
}
