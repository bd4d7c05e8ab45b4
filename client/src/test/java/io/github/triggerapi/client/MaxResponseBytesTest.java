package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

class MaxResponseBytesTest {

    private static final String BODY = "{\"id\":\"run_1\"}";

    private interface Streams {
        @Streaming
        @GET("stream")
        ApiCall<ResponseBody> stream();

        @Streaming
        @GET("stream")
        ApiCall<TriggerTaskResponse> read();
    }

    @Test
    void readsBodyOfMaximumLength() {
        try (HttpStub server = HttpStub.json(200, BODY);
                TriggerClient client =
                        server.builder().maxResponseBytes(BODY.length()).build()) {
            assertThat(trigger(client).send().id()).isEqualTo("run_1");
        }
    }

    @Test
    void rejectsLongerBodyWithoutRetrying() {
        try (HttpStub server = HttpStub.json(200, BODY + " ");
                TriggerClient client =
                        server.builder().maxResponseBytes(BODY.length()).build()) {
            UnexpectedResponseException e = catchThrowableOfType(
                    UnexpectedResponseException.class, () -> trigger(client).send());

            assertThat(e).hasMessageEndingWith("returned 200 with an invalid body: it is longer than 14 bytes");
            assertThat(e.requestId()).hasValue("req_1");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void limitAppliesToDecompressedBody() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                gzip.write(spaces);
            }
        }
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, packed.size());
                    exchange.getResponseBody().write(packed.toByteArray());
                });
                TriggerClient client = server.client()) {
            assertThatExceptionOfType(UnexpectedResponseException.class)
                    .isThrownBy(() -> trigger(client).send())
                    .withMessageContaining("longer than 33554432 bytes");
        }
    }

    @Test
    void streamingBodyIsAvailableBeforeItsEndAndUnlimited() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        try (RawServer server = RawServer.start(exchange -> {
                    exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nfirst");
                    await(read);
                    exchange.write("last");
                });
                TriggerClient client = client(server);
                ResponseBody body = client.api(Streams.class).stream().send()) {
            assertThat(body.source().readUtf8(5)).isEqualTo("first");
            read.countDown();
            assertThat(body.source().readUtf8()).isEqualTo("last");
        }
    }

    @Test
    void streamingBodyCanBeConverted() {
        try (RawServer server = RawServer.start(exchange -> exchange.respond(200, BODY));
                TriggerClient client = client(server)) {
            assertThat(client.api(Streams.class).read().send().id()).isEqualTo("run_1");
        }
    }

    @Test
    void errorBodyOfStreamingCallIsLimited() {
        try (RawServer server = RawServer.start(exchange -> {
                    exchange.write("HTTP/1.1 599 No\r\nx-should-retry: false\r\n\r\n");
                    while (true) {
                        exchange.write("x".repeat(10_000));
                    }
                });
                TriggerClient client = client(server)) {
            ServerErrorException e = catchThrowableOfType(
                    ServerErrorException.class,
                    () -> client.api(Streams.class).stream().send());

            assertThat(e.body()).hasSize(64 * 1024);
        }
    }

    private static TriggerClient client(RawServer server) {
        return TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(server.url())
                .maxResponseBytes(1)
                .build();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
