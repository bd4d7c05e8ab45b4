package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.RunStatus;
import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTest {

    private final MockServer mock = MockServer.builder().port(0).start();
    private final TriggerClient client = TriggerClient.builder()
            .secretKey("tr_dev_1234")
            .apiUrl(mock.url().toString())
            .build();

    @AfterEach
    void close() {
        client.close();
        mock.close();
    }

    @Test
    void waitsForTheOutput() {
        mock.task("print-label").handle(run -> Map.of("order", "4711", "parcels", 2));

        assertThat(Runs.print(client, "4711")).isEqualTo(new Runs.Label("4711", 2));
    }

    @Test
    void cancelsARun() {
        mock.task("ship-order").stayQueued();
        String id = trigger();

        Runs.cancel(client, id);

        assertThat(status(id)).isEqualTo(RunStatus.CANCELED);
    }

    @Test
    void retriesARunThatFailed() throws InterruptedException {
        TaskOutcome failed = TaskOutcome.failed("No stock").after(Duration.ofHours(1));
        mock.task("ship-order").outcomes(failed.times(1));
        String id = trigger();
        assertThat(status(id)).isEqualTo(RunStatus.EXECUTING);
        mock.clock().advance(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo(RunStatus.FAILED);

        String retry = Runs.retry(client, id);

        mock.awaitIdle(Duration.ofSeconds(30));
        assertThat(status(retry)).isEqualTo(RunStatus.COMPLETED);
        assertThat(status(id)).isEqualTo(RunStatus.FAILED);
    }

    private RunStatus status(String id) {
        return client.run().retrieveRunV1(id).send().status();
    }

    @Test
    void listsRunsThatFailed() throws InterruptedException {
        mock.task("ship-order").outcomes(TaskOutcome.failed("No stock").times(30));
        List<String> failed = Stream.generate(this::trigger).limit(30).toList();
        trigger();
        mock.awaitIdle(Duration.ofSeconds(30));

        assertThat(Runs.failed(client, "ship-order")).containsExactlyInAnyOrderElementsOf(failed);
        assertThat(Runs.failed(client, "print-label")).isEmpty();
    }

    private String trigger() {
        return client.tasks()
                .triggerTaskV1("ship-order", body -> body.payload("4711"))
                .send()
                .id();
    }

    @Test
    void shipsEachOrderOfABatchOnce() {
        List<String> orders =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();

        List<String> first = Runs.shipAll(client, orders);

        assertThat(first).hasSize(100).doesNotHaveDuplicates();
        assertThat(Runs.shipAll(client, orders)).isEqualTo(first);
        assertThat(mock.runs()).hasSize(100);
    }
}
