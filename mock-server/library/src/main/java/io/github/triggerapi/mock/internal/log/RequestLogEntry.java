package io.github.triggerapi.mock.internal.log;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.request.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the request log.
 *
 * @param namesAndValues the headers, a name before each value
 * @param body the body as far as it is kept
 */
public record RequestLogEntry(
        long number,
        Instant time,
        String method,
        String path,
        List<String> namesAndValues,
        byte[] body,
        int bodyBytes,
        Verdict verdict,
        int status,
        @Nullable String reason,
        @Nullable String runId,
        @Nullable String faultId,
        Fault.@Nullable Kind faultKind)
        implements RecordedRequest {
    private static final int BASE_BYTES = 200;
    private static final int STRING_BYTES = 50;

    /** Returns what is kept of a body, which is copied only if it is longer than that. */
    public static byte[] kept(byte[] body) {
        return body.length > MAX_BODY_BYTES ? Arrays.copyOf(body, MAX_BODY_BYTES) : body;
    }

    /** Returns the same entry with the number that the log gives it. */
    RequestLogEntry withNumber(long given) {
        return new RequestLogEntry(
                given,
                time,
                method,
                path,
                namesAndValues,
                body,
                bodyBytes,
                verdict,
                status,
                reason,
                runId,
                faultId,
                faultKind);
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            byName.computeIfAbsent(namesAndValues.get(i), name -> new ArrayList<>())
                    .add(namesAndValues.get(i + 1));
        }
        byName.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(byName);
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = headers().get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Returns the estimated memory that the entry takes, in bytes. */
    long memoryBytes() {
        long size = BASE_BYTES + body.length + path.length() + (reason == null ? 0 : reason.length());
        for (String text : namesAndValues) {
            size += STRING_BYTES + text.length();
        }
        return size;
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(method, path, status == 0 ? "-" : status, verdict);
    }
}
