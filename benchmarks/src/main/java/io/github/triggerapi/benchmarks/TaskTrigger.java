package io.github.triggerapi.benchmarks;

import java.io.IOException;
import java.util.List;

/** Triggers a task. */
interface TaskTrigger extends AutoCloseable {

    String SECRET_KEY = "tr_dev_1234";
    String TASK = "my-task";
    String TTL = "1h42m";
    List<String> TAGS = List.of("user_123456", "product_4629101");

    /** Creates and sends a request, and returns the run ID in the response. */
    String trigger() throws IOException, InterruptedException;

    @Override
    void close();
}
