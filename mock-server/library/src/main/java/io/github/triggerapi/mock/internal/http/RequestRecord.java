package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.gate.SecretMasker;
import io.github.triggerapi.mock.internal.log.LoggedRequest;
import io.github.triggerapi.mock.request.Verdict;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is to be remembered of a request and of what became of it, much of which its answer does not tell. */
final class RequestRecord {
    private final long start = System.nanoTime();
    private final LoggedRequest.Builder request = LoggedRequest.builder();
    private @Nullable String runId;
    private @Nullable String reason;
    private @Nullable String task;
    private @Nullable String fault;
    private @Nullable Error error;

    void runId(String id) {
        runId = id;
    }

    void reason(String text) {
        reason = text;
    }

    void task(String id) {
        task = id;
    }

    void body(byte[] bytes) {
        request.body(bytes);
    }

    void fault(String id) {
        fault = id;
    }

    /** A behaviour ended in an error of the JVM. */
    void error(Error thrown) {
        error = thrown;
    }

    /** Throws the error of the JVM that there was, if there was one. */
    void throwError() {
        if (error != null) {
            throw error;
        }
    }

    /**
     * The request is over.
     *
     * @param status that of the answer, 0 where there was none
     * @param control whether it was no request to the API that is mocked
     */
    void end(HttpServerRequest came, ServerContext site, int status, boolean control) {
        String method = came.method().name();
        String path = SecretMasker.url(String.valueOf(came.uri()));
        Verdict verdict = fault != null ? Verdict.FAULTED : status < 400 ? Verdict.ACCEPTED : Verdict.REFUSED;
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        site.accessLog().add(new AccessLog.Entry(method, path, status, millis, verdict, reason, task, fault));
        if (control) {
            return;
        }
        site.log()
                .add(request.time(site.clock().instant())
                        .method(method)
                        .path(path)
                        .headers(headers(came))
                        .verdict(verdict)
                        .status(status)
                        .reason(reason)
                        .runId(runId)
                        .faultId(fault));
    }

    private static List<String> headers(HttpServerRequest came) {
        List<String> headers = new ArrayList<>(2 * came.headers().size());
        came.headers().forEach((name, value) -> {
            headers.add(name);
            headers.add(SecretMasker.header(name, value));
        });
        return headers;
    }
}
