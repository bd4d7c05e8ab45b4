package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.api.SentTo;
import io.github.triggerapi.client.call.ApiCall;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Operations with servers of their own. */
class ServersTest {

    /** Annotated as generated interfaces are. */
    private interface Api {

        @GET("files/{id}")
        @SentTo("http://files.localhost/v2")
        @Secured("secretKey")
        ApiCall<Void> file(@Path("id") String id);

        @GET("files")
        @SentTo("http://files.example.com")
        @Secured("secretKey")
        ApiCall<Void> files();
    }

    /** Sends requests to all hosts to a stub. */
    private static OkHttpClient proxied(HttpStub stub) {
        URI url = URI.create(stub.url());
        return new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(url.getHost(), url.getPort())))
                .build();
    }

    @Test
    void requestsAreSentToTheServerOfTheirOperation() {
        try (HttpStub stub = HttpStub.responding(204, "text/plain", "");
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .httpClient(proxied(stub))
                        .build()) {
            client.api(Api.class).file("a/b").send();

            HttpStub.Request request = stub.request();
            assertThat(request.headers().getFirst("Host")).isEqualTo("files.localhost");
            assertThat(request.path()).endsWith("/v2/files/a%2Fb");
            assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer tr_dev_1234");
        }
    }

    @Test
    void requestsAreSentToTheServerThatTheApplicationSets() {
        try (HttpStub stub = HttpStub.responding(204, "text/plain", "");
                TriggerClient client = TriggerClient.builder()
                        .secretKey("tr_dev_1234")
                        .apiUrl(stub.url() + "/base")
                        .build()) {
            client.api(Api.class).file("a").send();

            assertThat(stub.request().path()).isEqualTo("/base/files/a");
        }
    }

    @Test
    void secretsAreNotSentWithoutEncryption() {
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.api(Api.class).files().send())
                    .withMessageContaining("Plain http");
        }
    }
}
