package io.github.triggerapi.client.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.triggerapi.client.RawServer;
import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.client.retry.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a call before its last attempt. */
@Tag("independent")
class RetryLimitsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final RetryPolicy POLICY =
            RetryPolicy.builder().initialDelay(Duration.ofMillis(1)).build();

    @Test
    void cancellationEndsDelay() {
        try (RawServer server = unavailable()) {
            CountDownLatch waiting = new CountDownLatch(1);
            Call call = call(server, (delay, cancelled) -> {
                waiting.countDown();
                Sleeper.blocking().sleep(Duration.ofMinutes(10), cancelled);
            });
            CompletableFuture<IOException> failure = CompletableFuture.supplyAsync(() -> failure(call));
            await(waiting);

            call.cancel();

            assertThat(failure)
                    .succeedsWithin(TIMEOUT)
                    .satisfies(e -> assertThat(e).hasMessage("Canceled"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void timeoutEndsDelay() {
        try (RawServer server = unavailable()) {
            Call call = call(server, (delay, cancelled) -> Sleeper.blocking().sleep(Duration.ofMinutes(10), cancelled));
            call.timeout().timeout(1, TimeUnit.SECONDS);

            assertThat(failure(call)).isExactlyInstanceOf(InterruptedIOException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void interruptEndsDelay() {
        try (RawServer server = unavailable()) {
            Call call = call(server, (delay, cancelled) -> {
                Thread.currentThread().interrupt();
                Sleeper.blocking().sleep(delay, cancelled);
            });

            IOException failure = failure(call);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isExactlyInstanceOf(InterruptedIOException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<IOException> permanent() {
        return Stream.of(
                new ProtocolException("not HTTP"),
                new UnknownServiceException("no TLS"),
                new SSLPeerUnverifiedException("another host"),
                (IOException) new SSLHandshakeException("unknown").initCause(new CertificateException("expired")),
                new InterruptedIOException("timeout"));
    }

    @ParameterizedTest
    @MethodSource("permanent")
    void doesNotRetryPermanentFailure(IOException permanent) {
        assertThat(attempts(permanent)).isEqualTo(1);
    }

    static Stream<IOException> transientFailure() {
        return Stream.of(
                new IOException("unexpected end of stream"),
                new SocketTimeoutException("Read timed out"),
                new SSLHandshakeException("Remote host terminated the handshake"));
    }

    @ParameterizedTest
    @MethodSource("transientFailure")
    void retriesTransientFailure(IOException transientFailure) {
        assertThat(attempts(transientFailure)).isEqualTo(5);
    }

    @Test
    void doesNotRetryUntrustedCertificate(@TempDir Path folder) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))) {
            @Override
            public void configure(HttpsParameters parameters) {
                attempts.incrementAndGet();
            }
        });
        server.start();
        try {
            Call call = client((delay, cancelled) -> {})
                    .newCall(new Request.Builder()
                            .url("https://localhost:" + server.getAddress().getPort())
                            .build());

            assertThat(failure(call)).isInstanceOf(SSLHandshakeException.class);
            assertThat(attempts).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), "changeit".toCharArray()), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static int attempts(IOException failure) {
        AtomicInteger attempts = new AtomicInteger();
        OkHttpClient client = client((delay, cancelled) -> {})
                .newBuilder()
                .addInterceptor(chain -> {
                    attempts.incrementAndGet();
                    throw failure;
                })
                .build();
        Call call = client.newCall(new Request.Builder().url("http://localhost").build());
        assertThat(failure(call)).isSameAs(failure);
        return attempts.get();
    }

    private static RawServer unavailable() {
        return RawServer.start(exchange -> exchange.respond(503, ""));
    }

    private static Call call(RawServer server, Sleeper sleeper) {
        return client(sleeper).newCall(new Request.Builder().url(server.url()).build());
    }

    private static OkHttpClient client(Sleeper sleeper) {
        return new OkHttpClient.Builder()
                .addInterceptor(new RetryInterceptor(POLICY, Clock.systemUTC(), sleeper))
                .build();
    }

    private static IOException failure(Call call) {
        return catchThrowableOfType(IOException.class, () -> call.execute().close());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
