package io.github.triggerapi.client;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import io.github.triggerapi.client.model.TriggerTaskRequestBodyOptions;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.util.function.UnaryOperator;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Calls for tests. */
final class TestCalls {

    private TestCalls() {}

    static ApiCall<TriggerTaskResponse> trigger(TriggerClient client) {
        return client.tasks()
                .triggerTaskV1("my-task", TriggerTaskRequestBody.builder().build());
    }

    /** Returns an HTTP client that sends one enqueued call at a time. */
    static OkHttpClient oneAtATime() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1);
        return new OkHttpClient.Builder().dispatcher(dispatcher).build();
    }

    static TriggerTaskRequestBody body(UnaryOperator<TriggerTaskRequestBodyOptions.Builder> options) {
        return TriggerTaskRequestBody.builder()
                .options(options.apply(TriggerTaskRequestBodyOptions.builder()).build())
                .build();
    }
}
