package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.run.Run;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class TasksResourceTest {
    private static final String KEYED = "{\"options\":{\"idempotencyKey\":\"k\"}}";
    private static final String REQUEST_KEY = "x-trigger-request-idempotency-key";

    @Test
    void theDocumentedSampleGetsARun() {
        JsonNode operation =
                Document.bundled().root().at("/paths/~1api~1v1~1tasks~1{taskIdentifier}~1trigger/post/x-codeSamples");
        String curl = "";
        for (JsonNode sample : operation) {
            curl = sample.path("lang").asText().equals("curl")
                    ? sample.path("source").asText()
                    : curl;
        }
        Matcher body = Pattern.compile("-d '(.*)'", Pattern.DOTALL).matcher(curl);
        assertThat(body.find()).isTrue();
        Matcher key = Pattern.compile("Authorization: ([^\"]+)\"").matcher(curl);
        assertThat(key.find()).isTrue();
        try (MockServer server = MockServer.builder().start()) {
            Caller caller =
                    Caller.of(server).header("Authorization", key.group(1)).body(body.group(1));
            assertThat(caller.statusAndBody()).matches("200 \\{\"id\":\"run_[1-9a-km-z]{21}\"}");
        }
    }

    @Test
    void anIdempotencyKeyHasOneRun() {
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server).body(KEYED);
            String first = caller.statusAndBody();
            assertThat(caller.statusAndBody()).isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_dev_2").statusAndBody())
                    .isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_prod_1").statusAndBody())
                    .isNotEqualTo(first);
            assertThat(caller.path("/api/v1/tasks/other/trigger").statusAndBody())
                    .isNotEqualTo(first);
            assertThat(caller.body("{\"options\":{\"idempotencyKey\":\"K\"}}").statusAndBody())
                    .isNotEqualTo(first);
            assertThat(caller.body("{}").statusAndBody())
                    .isNotEqualTo(caller.body("{}").statusAndBody());
        }
    }

    @Test
    void allAttemptsOfARequestGetOneRun() {
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server).header(REQUEST_KEY, "r");
            String first = caller.statusAndBody();
            assertThat(caller.statusAndBody()).isEqualTo(first);
            assertThat(caller.body("{\"payload\":1}").statusAndBody()).isEqualTo(first);
            assertThat(caller.without(REQUEST_KEY)
                            .header(REQUEST_KEY.toUpperCase(Locale.ROOT), "r")
                            .statusAndBody())
                    .isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_dev_2").statusAndBody())
                    .isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_prod_1").statusAndBody())
                    .isNotEqualTo(first);
            assertThat(caller.path("/api/v1/tasks/other/trigger").statusAndBody())
                    .isNotEqualTo(first);
            assertThat(caller.header(REQUEST_KEY, "R").statusAndBody()).isNotEqualTo(first);
            assertThat(caller.header(REQUEST_KEY, "").statusAndBody())
                    .isNotEqualTo(caller.header(REQUEST_KEY, "").statusAndBody());
        }
    }

    @Test
    void requestKeysAndIdempotencyKeysAreIndependent() {
        try (MockServer server = MockServer.builder().start()) {
            Caller plain = Caller.of(server);
            String keyed = plain.body(KEYED).statusAndBody();
            assertThat(plain.header(REQUEST_KEY, "k").statusAndBody()).isNotEqualTo(keyed);
            assertThat(plain.body(KEYED).header(REQUEST_KEY, "r").statusAndBody())
                    .isEqualTo(keyed);
            assertThat(plain.header(REQUEST_KEY, "r").statusAndBody()).isEqualTo(keyed);
            String other = plain.header(REQUEST_KEY, "s").statusAndBody();
            assertThat(plain.body(KEYED).header(REQUEST_KEY, "s").statusAndBody())
                    .isEqualTo(other);
            assertThat(plain.body(KEYED).statusAndBody()).isEqualTo(keyed);
        }
    }

    @Test
    void aRejectedRequestCanBeRepeated() {
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server).header(REQUEST_KEY, "r");
            assertThat(caller.body("{").statusAndBody()).startsWith("400 ");
            assertThat(server.runs()).isEmpty();
            assertThat(caller.statusAndBody()).startsWith("200 ");
        }
    }

    @Test
    void runsAreListed() {
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server);
            String first = caller.body(KEYED).statusAndBody();
            caller.body(KEYED).statusAndBody();
            String second = caller.path("/api/v1/tasks/other/trigger")
                    .header("Authorization", "Bearer tr_prod_1")
                    .statusAndBody();
            assertThat(server.runs()).extracting(Run::task).containsExactly("my-task", "other");
            assertThat(server.runs()).extracting(Run::environment).containsExactly("dev", "prod");
            assertThat(server.runs())
                    .extracting(run -> "200 {\"id\":\"" + run.id() + "\"}")
                    .containsExactly(first, second);
        }
    }

    @Test
    void concurrentCallsWithAnIdempotencyKeyGetOneRun() throws Exception {
        assertOneRun(caller -> caller.body(KEYED));
    }

    @Test
    void concurrentAttemptsOfARequestGetOneRun() throws Exception {
        assertOneRun(caller -> caller.header(REQUEST_KEY, "r"));
    }

    private static void assertOneRun(UnaryOperator<Caller> change) throws Exception {
        int threads = 64;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Set<String> responses = ConcurrentHashMap.newKeySet();
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = change.apply(Caller.of(server));
            CyclicBarrier together = new CyclicBarrier(threads);
            Callable<Boolean> call = () -> {
                together.await();
                return responses.add(caller.statusAndBody());
            };
            List<Future<Boolean>> calls =
                    pool.invokeAll(Stream.generate(() -> call).limit(threads).toList());
            for (Future<Boolean> one : calls) {
                one.get();
            }
            assertThat(server.runs()).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(responses).singleElement().asString().startsWith("200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "a%2Fb, a/b",
        "%C3%BC, ü",
        "x%20y, 'x y'",
        "%25, %",
        "%252F, %2F",
        "a;b=c, a;b=c",
        "a+b, a+b",
        "%2E%2E, ..",
        "%7Bx%7D, {x}",
        "%22, '\"'",
        "a%3Fb%23c, a?b#c",
        "%F0%9F%98%80, \uD83D\uDE00"
    })
    void theTaskIsPercentDecoded(String encoded, String task) {
        try (MockServer server = MockServer.builder().tasks(task).start()) {
            Caller caller = Caller.of(server);
            assertThat(caller.path("/api/v1/tasks/" + encoded + "/trigger").statusAndBody())
                    .startsWith("200 ");
            assertThat(caller.path("/api/v1/tasks/x" + encoded + "/trigger").statusAndBody())
                    .startsWith("404 ");
        }
    }

    @Test
    void runIdsComeFromTheRandomGenerator() {
        try (MockServer server = MockServer.builder().random(() -> 0).start()) {
            assertThat(Caller.of(server).statusAndBody()).isEqualTo("200 {\"id\":\"run_" + "1".repeat(21) + "\"}");
        }
    }
}
