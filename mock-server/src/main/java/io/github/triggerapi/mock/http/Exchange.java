package io.github.triggerapi.mock.http;

import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.gate.ControlGate;
import io.github.triggerapi.mock.gate.Gate.Admission;
import io.github.triggerapi.mock.message.Answer;
import io.github.triggerapi.mock.message.Refusal;
import io.github.triggerapi.mock.page.PageFiles;
import io.netty.handler.codec.http.HttpResponseStatus;
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

/** One request and its answer, on the event loop of the connection but for what would hold that up. */
final class Exchange {
    private static final Logger LOGGER = System.getLogger(Exchange.class.getName());

    /** How long a refused body may go on arriving before its connection is closed. */
    private static final long LINGER_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final Site site;
    private final Connections connections;
    private final boolean control;
    private final boolean page;
    private final Api api;
    private final Notes notes = new Notes();
    private final MultivaluedMap<String, String> headers = new Headers<>();
    private Buffer body = Buffer.buffer();
    private int counted;
    private boolean answered;

    Exchange(Vertx vertx, HttpServerRequest request, Site site, Connections connections) {
        this.vertx = vertx;
        this.request = request;
        this.site = site;
        this.connections = connections;
        this.control = ControlGate.has(path());
        this.api = control ? site.control().get() : site.api();
        this.page = PageFiles.has(path()) && !api.gate().has(path());
        request.headers().forEach((name, value) -> headers.add(name, value));
        // A caller that went away needs no answer.
        request.exceptionHandler(gone -> answered = true);
        request.response().endHandler(end -> connections.end(request.connection(), this));
        connections.begin(request.connection(), this);
    }

    /** Serves the request. */
    void serve() {
        guarded(() -> {
            if (request.headers().entries().size() > Limits.MAX_HEADERS) {
                throw new Refusal(431, "There are more than %d headers".formatted(Limits.MAX_HEADERS));
            }
            String method = request.method().name();
            if (page) {
                send(PageFiles.answer(method, path(), request.getHeader("If-None-Match")));
                return;
            }
            if (control) {
                site.controlGate().check(method, path(), headers);
            }
            Admission admission = api.gate().admit(method, path(), request.query(), headers, announcesBody());
            site.tasks(admission.variables()).stream().findFirst().ifPresent(notes::task);
            String length = request.getHeader("Content-Length");
            if (length != null && Long.parseLong(length) > api.maxBodyBytes()) {
                throw tooLarge();
            }
            if (expectsContinue()) {
                request.response().writeContinue();
            }
            request.handler(chunk -> guarded(() -> append(chunk)));
            request.endHandler(end -> guarded(() -> finish(admission)));
        });
    }

    /** Answers with an error. */
    void refuse(Refusal refusal) {
        if (expectsContinue()) {
            // The caller may take this as an answer and not send the body that the connection now waits for.
            request.response().putHeader("Connection", "close");
        }
        notes.reason(refusal.text());
        send(refusal.answer());
    }

    /** Tells the caller that the request takes too long to arrive; false where there is an answer already. */
    boolean tellLate() {
        if (answered) {
            return false;
        }
        request.response().putHeader("Connection", "close");
        guarded(() -> refuse(new Refusal(408, "The request did not arrive in time")));
        return true;
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > api.maxBodyBytes()) {
            throw tooLarge();
        }
        // What is sent by way of control is for the owner of the server to say.
        if (!control) {
            if (!site.bodies().add(chunk.length(), body.length() + chunk.length())) {
                throw new Refusal(503, "Too many large bodies arrive at once", Map.of("Retry-After", "1"));
            }
            counted += chunk.length();
        }
        body.appendBuffer(chunk);
    }

    /** The request is answered, or its connection closed. */
    void end() {
        body = Buffer.buffer();
        site.bodies().remove(counted);
        counted = 0;
    }

    private void finish(Admission admission) {
        connections.arrived(request.connection());
        byte[] bytes = body.getBytes();
        body = Buffer.buffer();
        notes.body(bytes);
        if (control) {
            control(admission, bytes);
            return;
        }
        Fault fault = site.fault(admission.variables()).orElse(null);
        if (fault == null) {
            act(admission, bytes, this::send);
            return;
        }
        notes.faulted();
        switch (fault.kind()) {
            case DELAY ->
                later(
                        fault.duration().toMillis(),
                        () -> act(admission, bytes, answer -> send(answer.with(fault.headers()))));
            case CUT_CONNECTION -> cut();
            case CUT_ANSWER -> act(admission, bytes, answer -> cut());
            default ->
                send(FaultAnswers.of(
                        fault,
                        admission.operation(),
                        api.answers(),
                        site.clock().instant()));
        }
    }

    private void control(Admission admission, byte[] bytes) {
        if (Events.answers(admission.operation()) && request.method().name().equals("GET")) {
            answered = true;
            notes.end(request, site, HttpResponseStatus.OK.code(), true);
            site.events().open(vertx, request.response());
            return;
        }
        act(admission, bytes, this::send);
    }

    private void act(Admission admission, byte[] bytes, Consumer<Answer> then) {
        // What is asked for by way of control may take a while: the state of many runs, or all that the clock brings
        // about.
        if (control || site.waits()) {
            vertx.executeBlocking(() -> api.answer(admission, headers, bytes, notes), false)
                    .onSuccess(answer -> guarded(() -> then.accept(answer)))
                    .onFailure(failure -> guarded(() -> fail(failure)));
        } else {
            then.accept(api.answer(admission, headers, bytes, notes));
        }
    }

    private void later(long millis, Runnable step) {
        if (millis == 0) {
            step.run();
        } else {
            vertx.setTimer(millis, due -> guarded(step));
        }
    }

    private void guarded(Runnable step) {
        if (answered) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            refuse(refusal);
            return;
        }
        LOGGER.log(Level.ERROR, "A request failed", failure);
        if (!answered) {
            refuse(new Refusal(500, "Internal server error", Map.of()));
        }
    }

    private String path() {
        return request.path() == null ? "" : request.path();
    }

    private void cut() {
        answered = true;
        // Before the caller can know, who may ask for it next.
        notes.end(request, site, 0, control);
        request.connection().close();
    }

    private void send(Answer answer) {
        answered = true;
        int status = answer.status();
        byte[] bytes = answer.body();
        notes.end(request, site, status, control || page);
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            if (connections.areStopping()) {
                response.putHeader("Connection", "close");
            }
            response.setStatusCode(status);
            answer.headers().forEach((name, values) -> response.headers().add(name, values));
            if (status == 204 || request.method().name().equals("HEAD")) {
                if (status != 204) {
                    response.putHeader("Content-Length", String.valueOf(bytes.length));
                }
                response.end();
            } else {
                response.end(Buffer.buffer(bytes));
            }
        }
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

    private Refusal tooLarge() {
        return new Refusal(413, "Request body is larger than %d bytes".formatted(api.maxBodyBytes()));
    }
}
