package io.github.triggerapi.samples;

import com.google.gson.Gson;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.mock.MockServer;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Starts the mock server, triggers a task with the client, and leaves the server running. */
public final class Demo {

    /** The body of the curl sample in the OpenAPI document. */
    static final String SAMPLE_BODY = """
            {
              "payload": {
                "message": "Hello, world!"
              },
              "context": {
                "user": "user123"
              },
              "options": {
                "queue": {
                  "name": "default",
                  "concurrencyLimit": 5
                },
                "concurrencyKey": "user123-task",
                "idempotencyKey": "unique-key-123"
              }
            }""";

    private Demo() {}

    /** Runs until the process is terminated. Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        MockServer mock = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            mock.close();
            stopped.countDown();
        }));
        show(mock, System.out);
        stopped.await();
    }

    static MockServer start() {
        return MockServer.builder().port(0).start();
    }

    static void show(MockServer mock, PrintStream out) {
        TriggerTaskRequestBody body = new Gson().fromJson(SAMPLE_BODY, TriggerTaskRequestBody.class);
        try (TriggerClient client = TriggerClient.builder()
                .secretKey("tr_dev_1234")
                .apiUrl(mock.url().toString())
                .build()) {
            String id = client.tasks().triggerTaskV1("my-task", body).send().id();
            out.println();
            out.println("The client triggered my-task. The id of the run is " + id);
        }
        out.println();
        out.println("The mock server runs at " + mock.url() + " until Ctrl-C. Try:");
        out.println("  " + curl(mock.url() + "/api/v1/tasks/my-task/trigger"));
        out.println("  curl " + mock.url() + "/_mock/runs");
        out.println("  " + mock.url() + "/ in a browser shows runs and requests");
        out.println();
        out.println("README.md shows how to use the client and the mock server in a project.");
        out.flush();
    }

    static String curl(String url) {
        return "curl -X POST " + url
                + " -H 'Authorization: Bearer tr_dev_1234' -H 'Content-Type: application/json'"
                + " -d '{\"payload\": {\"message\": \"Hello, world!\"}}'";
    }
}
