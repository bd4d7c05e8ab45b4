package io.github.triggerapi.mock.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request that came to a server, and what became of it. It does not change. */
public final class RecordedRequest {
    /** How many bytes of a body are kept: 16 KiB. */
    public static final int MAX_BODY_BYTES = 16 * 1024;

    private static final int BYTES_OF_A_REQUEST = 200;
    private static final int BYTES_OF_A_TEXT = 50;

    private final long number;
    private final Builder data;
    private final long bytes;

    RecordedRequest(long number, Builder data) {
        this.number = number;
        this.data = data;
        long size = BYTES_OF_A_REQUEST + data.body.length + data.path.length();
        size += data.reason == null ? 0 : data.reason.length();
        for (String text : data.headers) {
            size += BYTES_OF_A_TEXT + text.length();
        }
        this.bytes = size;
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Its place among all requests; later ones have greater numbers, and the first has 1. */
    public long number() {
        return number;
    }

    /** When it was answered, by the clock of the server. */
    public Instant time() {
        return data.time;
    }

    /** Its HTTP method. */
    public String method() {
        return data.method;
    }

    /** Its path and query as they came, percent-encoded; the values of secrets such as {@code token} are {@code ***}. */
    public String path() {
        return data.path;
    }

    /**
     * The headers by their names, whatever their case. Of Authorization only the kind is there, as in {@code Bearer
     * tr_dev_***}; cookies, and headers such as {@code X-Api-Key}, are {@code ***}.
     */
    public Map<String, List<String>> headers() {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < data.headers.size(); i += 2) {
            byName.computeIfAbsent(data.headers.get(i), name -> new ArrayList<>())
                    .add(data.headers.get(i + 1));
        }
        byName.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(byName);
    }

    /** The first value of a header, null where it is not there. */
    public @Nullable String header(String name) {
        List<String> values = headers().get(name);
        return values == null ? null : values.get(0);
    }

    /** The body, or its first {@link #MAX_BODY_BYTES}; empty where it has none or was refused before it came. */
    public byte[] body() {
        return data.body.clone();
    }

    /** The same as text in UTF-8. */
    public String bodyText() {
        return new String(data.body, StandardCharsets.UTF_8);
    }

    /** The size of the body, in bytes, as far as it came. */
    public int bodyBytes() {
        return data.bodyBytes;
    }

    /** What it takes in memory, near enough. */
    long bytes() {
        return bytes;
    }

    /** What became of it. */
    public Verdict verdict() {
        return data.verdict;
    }

    /** The status of the answer, 0 where it got none. */
    public int status() {
        return data.status;
    }

    /** What was wrong with it, null where nothing was. */
    public @Nullable String reason() {
        return data.reason;
    }

    /** The id of the fault that met it, null where none did. */
    public @Nullable String faultId() {
        return data.faultId;
    }

    /** The run that it got, null where it got none. */
    public @Nullable String runId() {
        return data.runId;
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(method(), path(), status() == 0 ? "-" : status(), verdict());
    }

    /** Collects what is to be remembered; a builder is for one thread, and for one request. */
    public static final class Builder {
        private Instant time = Instant.EPOCH;
        private String method = "";
        private String path = "";
        private List<String> headers = List.of();
        private byte[] body = {};
        private int bodyBytes;
        private Verdict verdict = Verdict.ACCEPTED;
        private int status;
        private @Nullable String reason;
        private @Nullable String runId;
        private @Nullable String faultId;

        private Builder() {}

        /** When it was answered. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Its method. */
        public Builder method(String method) {
            this.method = method;
            return this;
        }

        /** Its path and query. */
        public Builder path(String path) {
            this.path = path;
            return this;
        }

        /** Its headers, a name before each value. */
        public Builder headers(List<String> namesAndValues) {
            headers = namesAndValues;
            return this;
        }

        /** Its body, which is not copied unless it is longer than what is kept. */
        public Builder body(byte[] body) {
            this.body = body.length > MAX_BODY_BYTES ? Arrays.copyOf(body, MAX_BODY_BYTES) : body;
            bodyBytes = body.length;
            return this;
        }

        /** What became of it. */
        public Builder verdict(Verdict verdict) {
            this.verdict = verdict;
            return this;
        }

        /** The status of the answer, 0 for none. */
        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /** What was wrong with it. */
        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /** The id of the fault that met it. */
        public Builder faultId(@Nullable String faultId) {
            this.faultId = faultId;
            return this;
        }

        /** The run that it got. */
        public Builder runId(@Nullable String runId) {
            this.runId = runId;
            return this;
        }
    }
}
