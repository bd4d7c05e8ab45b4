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

/** Sees all that a program can see of a call that fails, and looks for the key in it. */
final class Witness {

    static final String SECRET = "s3cr3t";
    static final String KEY = "tr_dev_" + SECRET + "_0123456789";

    private static final String HEX = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.US_ASCII));

    private final List<CallSummary> summaries = new CopyOnWriteArrayList<>();
    private final List<String> texts = new ArrayList<>();

    /** Sends a call that fails. */
    TriggerException see(FailingServerTest.Way way, TriggerClient.Builder builder) {
        try (LogLines log = new LogLines();
                TriggerClient client = builder.observer(summaries::add).build()) {
            Throwable thrown = way.fail(client);
            assertThat(thrown).isInstanceOf(TriggerException.class);
            texts.add(client.toString());
            texts.add(builder.toString());
            texts.add(RequestOptions.builder().secretKey(KEY).build().toString());
            remember((TriggerException) thrown);
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).doesNotContainPattern("\\p{Cntrl}"));
            texts.addAll(log.lines());
            return (TriggerException) thrown;
        }
    }

    /** What the observer heard. */
    CallSummary summary() {
        assertThat(summaries).hasSize(1);
        return summaries.get(0);
    }

    void assertKnowsNoKey() {
        texts.add(summary().toString());
        texts.add(summary().path());
        texts.add(summary().requestId().toString());
        summary().failure().ifPresent(failure -> texts.add(trace(failure)));
        assertThat(texts).isNotEmpty().noneMatch(text -> text.contains(SECRET) || text.contains(HEX));
    }

    private void remember(TriggerException thrown) {
        texts.add(thrown.getMessage());
        texts.add(thrown.toString());
        texts.add(trace(thrown));
        if (thrown instanceof TriggerResponseException response) {
            texts.add(response.body());
            response.headers().forEach(header -> texts.add(header.getFirst() + ": " + header.getSecond()));
            texts.add(response.error().toString());
        }
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
