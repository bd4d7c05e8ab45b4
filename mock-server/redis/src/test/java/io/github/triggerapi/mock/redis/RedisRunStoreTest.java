package io.github.triggerapi.mock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunStatus;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreTest;
import io.github.triggerapi.mock.run.store.StoreState;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

class RedisRunStoreTest extends RunStoreTest {
    @RegisterExtension
    static final RedisStores stores = new RedisStores();

    @Override
    protected RunStore store(int maxRuns) {
        return stores.empty(maxRuns);
    }

    @Test
    void rejectsAnInvalidMaximum() {
        assertThatThrownBy(() -> new RedisRunStore(stores.url(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherStoresAreNotifiedOfChanges() throws InterruptedException {
        RedisRunStore store = stores.empty(10);
        RedisRunStore other = stores.another(10);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        BlockingQueue<String> changed = new LinkedBlockingQueue<>();
        List<String> own = new CopyOnWriteArrayList<>();
        other.listen(run -> told.add(run.toString()));
        other.watch(queue -> changed.add(String.valueOf(queue)));
        store.watch(queue -> own.add(String.valueOf(queue)));
        Run run = Run.builder()
                .id("run_1")
                .task("my-task")
                .environment("dev")
                .queue("q")
                .build();
        store.restore(StoreState.builder().run(run).build());
        assertThat(changed.poll(10, TimeUnit.SECONDS)).isEqualTo("null");
        assertThat(store.replace(
                        run, run.toBuilder().status(RunStatus.EXECUTING).build()))
                .isTrue();
        assertThat(changed.poll(10, TimeUnit.SECONDS)).isEqualTo("dev q");
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("run_1 of my-task in dev: EXECUTING");
        assertThat(own).isEmpty();
    }

    @Test
    void otherDatabasesAndKeysAreNotChanged() {
        try (RedisClient client = RedisClient.create(stores.url());
                RedisRunStore other = new RedisRunStore(stores.url().replaceFirst("/0$", "/1"), 1)) {
            client.set("mine", "stays");
            stores.another(1).reset();
            assertThat(client.get("mine")).isEqualTo("stays");
            assertThat(other).hasToString(stores.url().replaceFirst("/0$", "/1"));
        }
    }

    @Test
    void theErrorHasTheLocationWithoutThePassword() {
        assertThatThrownBy(() -> new RedisRunStore("redis://someone:secret@127.0.0.1:1/3", 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store redis://127.0.0.1:1/3: nothing listens there; start Redis, or check host and port");
        assertThatThrownBy(() -> new RedisRunStore(stores.url().replace("//", "//someone:secret@"), 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("Store " + stores.url() + ": ")
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://", "rediss://"})
    void theErrorSaysThatThereIsNoResponse(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = scheme + "127.0.0.1:" + silent.getLocalPort() + "/0";
            long start = System.nanoTime();
            assertThatThrownBy(() -> new RedisRunStore(url, 1))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("Store " + url + ": no response in time; check that Redis listens there");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis://  | HTTP/1.1 400 Bad Request | the server there is not Redis; check host and port",
                "redis://  | -ERR no such database    | ERR no such database",
                "redis://  | ''                       | the server there is not Redis; check host and port",
                "rediss:// | HTTP/1.1 400 Bad Request | the TLS handshake failed; without TLS"
            })
    void theErrorSaysThatTheServerIsNotRedis(String scheme, String statusAndBody, String reason) throws Exception {
        Thread responses;
        try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            responses = new Thread(() -> statusAndBody(other, statusAndBody));
            responses.start();
            assertThatThrownBy(() -> new RedisRunStore(scheme + "127.0.0.1:" + other.getLocalPort(), 1))
                    .isInstanceOf(StoreUnavailableException.class)
                    .message()
                    .contains("/0: " + reason)
                    .hasLineCount(1);
        }
        responses.join();
    }

    private static void statusAndBody(ServerSocket listener, String statusAndBody) {
        try {
            while (true) {
                try (Socket socket = listener.accept()) {
                    assertThat(socket.getInputStream().read(new byte[1000])).isPositive();
                    socket.getOutputStream().write((statusAndBody + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The test closes it.
        }
    }

    @Test
    void theErrorSaysThatTheHostIsUnknown() {
        assertThatThrownBy(() -> new RedisRunStore("redis://no-such-host.invalid", 1))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("Store redis://no-such-host.invalid:6379/0: the host is unknown; check its name");
    }

    @Test
    void theErrorSaysThatThePasswordIsMissingOrWrong() {
        try (RedisClient client = RedisClient.create(stores.url())) {
            client.configSet("requirepass", "right");
            try {
                assertThatThrownBy(() -> new RedisRunStore(stores.url(), 1))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessage(
                                "Store %s: it requires a password; put :password@ before the host,"
                                        + " best in TRIGGER_MOCK_STORE",
                                stores.url());
                assertThatThrownBy(() -> new RedisRunStore(stores.url().replace("//", "//:secret@"), 1))
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessage("Store %s: it does not accept the user or the password; check them", stores.url());
            } finally {
                client.configSet("requirepass", "");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis",
                "redis:",
                "redis://",
                "http://localhost:6379",
                "localhost:6379",
                "redis://localhost/x",
                "redis://localhost/1/2",
                "redis://localhost?a=b",
                "redis://local host"
            })
    void invalidUrlsAreRejected(String url) {
        assertThatThrownBy(() -> RedisUrl.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("store must be redis://[[user]:password@]host[:port][/database], or the same with rediss");
    }

    @ParameterizedTest
    @CsvSource({
        "redis://localhost, redis://localhost:6379/0",
        "redis://localhost/, redis://localhost:6379/0",
        "rediss://:p@host:1/15, rediss://host:1/15",
        "redis://u:p@127.0.0.1:6379, redis://127.0.0.1:6379/0",
        "redis://[::1]:6379, redis://[::1]:6379/0"
    })
    void validUrlsAreAcceptedAndShownWithoutCredentials(String url, String shown) {
        assertThat(RedisUrl.of(url)).hasToString(shown);
    }
}
