package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf("io.github.triggerapi.mock.VendoredDocument#isInUse")
class TasksBehaviourTest {
    private static final String KEYED = "{\"options\":{\"idempotencyKey\":\"k\"}}";

    @Test
    void answersTheSampleOfTheDocument() {
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
            assertThat(caller.answer()).matches("200 \\{\"id\":\"run_[1-9a-km-z]{21}\"}");
        }
    }

    @Test
    void keepsOneRunForAnIdempotencyKey() {
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server).body(KEYED);
            String first = caller.answer();
            assertThat(caller.answer()).isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_dev_2").answer())
                    .isEqualTo(first);
            assertThat(caller.header("Authorization", "Bearer tr_prod_1").answer())
                    .isNotEqualTo(first);
            assertThat(caller.path("/api/v1/tasks/other/trigger").answer()).isNotEqualTo(first);
            assertThat(caller.body("{\"options\":{\"idempotencyKey\":\"K\"}}").answer())
                    .isNotEqualTo(first);
            assertThat(caller.body("{}").answer())
                    .isNotEqualTo(caller.body("{}").answer());
        }
    }

    @Test
    void makesOneRunOfManyFirstCalls() throws Exception {
        int threads = 64;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Set<String> answers = ConcurrentHashMap.newKeySet();
        try (MockServer server = MockServer.builder().start()) {
            Caller caller = Caller.of(server).body(KEYED);
            CyclicBarrier together = new CyclicBarrier(threads);
            Callable<Boolean> call = () -> {
                together.await();
                return answers.add(caller.answer());
            };
            List<Future<Boolean>> calls =
                    pool.invokeAll(Stream.generate(() -> call).limit(threads).toList());
            for (Future<Boolean> one : calls) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(answers).singleElement().asString().startsWith("200 ");
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
    void getsTheTaskDecoded(String encoded, String task) {
        try (MockServer server = MockServer.builder().tasks(task).start()) {
            Caller caller = Caller.of(server);
            assertThat(caller.path("/api/v1/tasks/" + encoded + "/trigger").answer())
                    .startsWith("200 ");
            assertThat(caller.path("/api/v1/tasks/x" + encoded + "/trigger").answer())
                    .startsWith("404 ");
        }
    }

    @Test
    void takesARandomGenerator() {
        try (MockServer server = MockServer.builder().random(() -> 0).start()) {
            assertThat(Caller.of(server).answer()).isEqualTo("200 {\"id\":\"run_" + "1".repeat(21) + "\"}");
        }
    }
}
