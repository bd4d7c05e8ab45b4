package io.github.triggerapi.benchmarks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/** What is written by hand for a request and its answer, whatever sends it. */
final class ByHand {

    static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    static final String AUTHORIZATION = "Bearer " + Caller.SECRET_KEY;

    private ByHand() {}

    static String requestBody() {
        return GSON.toJson(new Request(Order.SAMPLE, new Options(Order.SAMPLE.number(), Caller.TTL, Caller.TAGS)));
    }

    record Request(Order payload, Options options) {}

    record Options(String idempotencyKey, String ttl, List<String> tags) {}

    record Answer(String id) {}
}
