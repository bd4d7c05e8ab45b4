package io.github.triggerapi.mock.internal.log;

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

/** An immutable entry of the request log. */
public final class LoggedRequest implements RecordedRequest {
    private static final int BASE_BYTES = 200;
    private static final int STRING_BYTES = 50;

    private final long number;
    private final Builder data;
    private final long bytes;

    LoggedRequest(long number, Builder data) {
        this.number = number;
        this.data = data;
        long size = BASE_BYTES + data.body.length + data.path.length();
        size += data.reason == null ? 0 : data.reason.length();
        for (String text : data.headers) {
            size += STRING_BYTES + text.length();
        }
        this.bytes = size;
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Instant time() {
        return data.time;
    }

    @Override
    public String method() {
        return data.method;
    }

    @Override
    public String path() {
        return data.path;
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < data.headers.size(); i += 2) {
            byName.computeIfAbsent(data.headers.get(i), name -> new ArrayList<>())
                    .add(data.headers.get(i + 1));
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
        return data.body.clone();
    }

    @Override
    public String bodyText() {
        return new String(data.body, StandardCharsets.UTF_8);
    }

    @Override
    public int bodyBytes() {
        return data.bodyBytes;
    }

    /** Returns the estimated memory that the entry takes, in bytes. */
    long bytes() {
        return bytes;
    }

    @Override
    public Verdict verdict() {
        return data.verdict;
    }

    @Override
    public int status() {
        return data.status;
    }

    @Override
    public @Nullable String reason() {
        return data.reason;
    }

    @Override
    public @Nullable String faultId() {
        return data.faultId;
    }

    @Override
    public @Nullable String runId() {
        return data.runId;
    }

    @Override
    public String toString() {
        return "%s %s %s %s".formatted(method(), path(), status() == 0 ? "-" : status(), verdict());
    }

    /** Builder for one {@link LoggedRequest}; not safe for use by several threads. */
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

        /** Sets the time of the response. */
        public Builder time(Instant time) {
            this.time = time;
            return this;
        }

        /** Sets the HTTP method. */
        public Builder method(String method) {
            this.method = method;
            return this;
        }

        /** Sets the path and query. */
        public Builder path(String path) {
            this.path = path;
            return this;
        }

        /** Sets the headers, a name before each value. */
        public Builder headers(List<String> namesAndValues) {
            headers = namesAndValues;
            return this;
        }

        /** Sets the body, which is copied only if it is longer than what is kept. */
        public Builder body(byte[] body) {
            this.body = body.length > MAX_BODY_BYTES ? Arrays.copyOf(body, MAX_BODY_BYTES) : body;
            bodyBytes = body.length;
            return this;
        }

        /** Sets how the server handled it. */
        public Builder verdict(Verdict verdict) {
            this.verdict = verdict;
            return this;
        }

        /** Sets the status of the response, 0 for none. */
        public Builder status(int status) {
            this.status = status;
            return this;
        }

        /** Sets why it was refused. */
        public Builder reason(@Nullable String reason) {
            this.reason = reason;
            return this;
        }

        /** Sets the id of the fault that it met. */
        public Builder faultId(@Nullable String faultId) {
            this.faultId = faultId;
            return this;
        }

        /** Sets the id of its run. */
        public Builder runId(@Nullable String runId) {
            this.runId = runId;
            return this;
        }
    }
}
