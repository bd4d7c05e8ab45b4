package io.github.triggerapi.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.gate.Gate;
import io.github.triggerapi.mock.gate.Gate.Admission;
import io.github.triggerapi.mock.message.Answer;
import io.github.triggerapi.mock.message.Refusal;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.resteasy.core.Headers;

/** One request and its answer, all on the event loop of the connection. */
final class Exchange {
    private static final Logger LOGGER = System.getLogger(Exchange.class.getName());

    /** How long a refused body may go on arriving before its connection is closed. */
    private static final long LINGER_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Consumer<String> accessLog;
    private final MultivaluedMap<String, String> headers = new Headers<>();
    private final Buffer body = Buffer.buffer();
    private boolean answered;

    Exchange(Vertx vertx, HttpServerRequest request, Consumer<String> accessLog) {
        this.vertx = vertx;
        this.request = request;
        this.accessLog = accessLog;
        request.headers().forEach((name, value) -> headers.add(name, value));
        // A caller that went away needs no answer.
        request.exceptionHandler(gone -> answered = true);
    }

    /**
     * Serves the request.
     *
     * @param maxBodyBytes how large a body may be, in bytes
     */
    void serve(Gate gate, Resources resources, int maxBodyBytes) {
        guarded(() -> {
            String path = request.path() == null ? "" : request.path();
            Admission admission = gate.admit(request.method().name(), path, request.query(), headers, announcesBody());
            String length = request.getHeader("Content-Length");
            if (length != null && Long.parseLong(length) > maxBodyBytes) {
                throw tooLarge(maxBodyBytes);
            }
            if (expectsContinue()) {
                request.response().writeContinue();
            }
            request.handler(chunk -> guarded(() -> append(chunk, maxBodyBytes)));
            request.endHandler(end -> guarded(() -> finish(gate, admission, resources)));
        });
    }

    /** Answers with an error. */
    void refuse(Refusal refusal) {
        if (expectsContinue()) {
            // The caller may take this as an answer and not send the body that the connection now waits for.
            request.response().putHeader("Connection", "close");
        }
        send(refusal.answer());
    }

    private void append(Buffer chunk, int maxBodyBytes) {
        if (body.length() + chunk.length() > maxBodyBytes) {
            throw tooLarge(maxBodyBytes);
        }
        body.appendBuffer(chunk);
    }

    private void finish(Gate gate, Admission admission, Resources resources) {
        byte[] bytes = body.getBytes();
        JsonNode json = gate.check(admission, bytes);
        send(resources.call(admission, headers, bytes, json));
    }

    private void guarded(Runnable step) {
        if (answered) {
            return;
        }
        try {
            step.run();
        } catch (Refusal refusal) {
            refuse(refusal);
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "A request failed", e);
            if (!answered) {
                refuse(new Refusal(500, "Internal server error", Map.of()));
            }
        }
    }

    private void send(Answer answer) {
        answered = true;
        int status = answer.status();
        byte[] bytes = answer.body();
        HttpServerResponse response = request.response().setStatusCode(status);
        answer.headers().forEach((name, values) -> response.headers().add(name, values));
        if (status == 204 || request.method().name().equals("HEAD")) {
            if (status != 204) {
                response.putHeader("Content-Length", String.valueOf(bytes.length));
            }
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
        accessLog.accept("%s %s %d".formatted(request.method().name(), request.uri(), status));
        if (!request.isEnded()) {
            long timer =
                    vertx.setTimer(LINGER_MILLIS, late -> request.connection().close());
            request.endHandler(end -> vertx.cancelTimer(timer));
        }
    }

    private boolean announcesBody() {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
    }

    private boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    private static Refusal tooLarge(int maxBodyBytes) {
        return new Refusal(413, "Request body is larger than %d bytes".formatted(maxBodyBytes));
    }
}
