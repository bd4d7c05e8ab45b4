package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.internal.dispatch.RequestNotes;
import io.github.triggerapi.mock.internal.log.RequestLogEntry;
import io.github.triggerapi.mock.internal.validation.SecretMasker;
import io.github.triggerapi.mock.request.Verdict;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Collects what is recorded of a request, much of which is not in its response. */
final class RequestRecorder implements RequestNotes {
    private final long start = System.nanoTime();
    private byte[] body = {};
    private int bodyBytes;
    private @Nullable String runId;
    private @Nullable String reason;
    private @Nullable String task;
    private @Nullable ActiveFault fault;

    @Override
    public void runId(String id) {
        runId = id;
    }

    @Override
    public void reason(String message) {
        reason = message;
    }

    void task(String id) {
        task = id;
    }

    void body(byte[] bytes) {
        body = RequestLogEntry.kept(bytes);
        bodyBytes = bytes.length;
    }

    void fault(ActiveFault applied) {
        fault = applied;
    }

    /**
     * Records the end of the request.
     *
     * @param status the status of the response, 0 if there was none
     * @param control whether the request was not for the mocked API
     */
    void end(HttpServerRequest received, ServerContext server, int status, boolean control) {
        String method = received.method().name();
        SecretMasker masker = server.api().validator().masker();
        String path = masker.url(String.valueOf(received.uri()));
        String faultId = fault == null ? null : fault.id();
        Verdict verdict = fault != null ? Verdict.FAULTED : status < 400 ? Verdict.ACCEPTED : Verdict.REJECTED;
        server.accessLog()
                .add(() -> new AccessLog.Entry(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                        method,
                        path,
                        status,
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                        verdict.name().toLowerCase(Locale.ROOT),
                        reason,
                        faultId,
                        task));
        if (control) {
            return;
        }
        server.log()
                .add(new RequestLogEntry(
                        0,
                        server.clock().instant(),
                        method,
                        path,
                        headers(received, masker),
                        body,
                        bodyBytes,
                        verdict,
                        status,
                        reason,
                        runId,
                        faultId,
                        fault == null ? null : fault.fault().kind()));
    }

    private static List<String> headers(HttpServerRequest received, SecretMasker masker) {
        List<String> headers = new ArrayList<>(2 * received.headers().size());
        received.headers().forEach((name, value) -> {
            headers.add(name);
            headers.add(masker.header(name, value));
        });
        return headers;
    }
}
