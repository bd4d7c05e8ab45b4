package io.github.triggerapi.benchmarks;

import java.io.IOException;
import java.util.List;

/** One way to trigger a task. */
interface Caller extends AutoCloseable {

    String SECRET_KEY = "tr_dev_1234";
    String TASK = "my-task";
    String TTL = "1h42m";
    List<String> TAGS = List.of("user_123456", "product_4629101");

    /** Makes the request body, sends it and gives the id of the run that the answer names. */
    String trigger() throws IOException, InterruptedException;

    @Override
    void close();
}
