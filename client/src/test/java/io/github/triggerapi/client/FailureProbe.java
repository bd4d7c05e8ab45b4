package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.error.TriggerException;
import io.github.triggerapi.client.error.TriggerResponseException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects all strings that a failing call shows to an application, and looks for the key in them. */
final class FailureProbe {

    static final String SECRET = "s3cr3t";
    static final String KEY = "tr_dev_" + SECRET + "_0123456789";

    private static final String HEX = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.US_ASCII));

    private final List<CallSummary> summaries = new CopyOnWriteArrayList<>();
    private final List<String> strings = new ArrayList<>();

    /** Sends a call that fails. */
    TriggerException sendFailing(FailingServerTest.Way way, TriggerClient.Builder builder) {
        try (CapturedLog log = new CapturedLog();
                TriggerClient client = builder.observer(summaries::add).build()) {
            Throwable thrown = way.fail(client);
            assertThat(thrown).isInstanceOf(TriggerException.class);
            strings.add(client.toString());
            strings.add(builder.toString());
            strings.add(RequestOptions.builder().secretKey(KEY).build().toString());
            collect((TriggerException) thrown);
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
            strings.addAll(log.lines());
            return (TriggerException) thrown;
        }
    }

    /** Returns what the observer got. */
    CallSummary summary() {
        assertThat(summaries).hasSize(1);
        return summaries.get(0);
    }

    void assertNoKey() {
        strings.add(summary().toString());
        strings.add(summary().path());
        strings.add(summary().requestId().toString());
        summary().failure().ifPresent(failure -> strings.add(trace(failure)));
        assertThat(strings).isNotEmpty().noneMatch(string -> string.contains(SECRET) || string.contains(HEX));
    }

    private void collect(TriggerException thrown) {
        strings.add(thrown.getMessage());
        strings.add(thrown.toString());
        strings.add(trace(thrown));
        if (thrown instanceof TriggerResponseException response) {
            strings.add(response.body());
            response.headers().forEach(header -> strings.add(header.getFirst() + ": " + header.getSecond()));
            strings.add(response.error().toString());
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
