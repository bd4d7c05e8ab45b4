package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.gate.ControlAccess;
import io.github.triggerapi.mock.internal.gate.RequestValidator.Admission;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.page.PageFiles;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.resteasy.core.Headers;
import org.jspecify.annotations.Nullable;

/** One request and its response. It runs on the event loop of the connection, except for work that would block that. */
final class Exchange {
    private static final Logger LOGGER = System.getLogger(Exchange.class.getName());

    /** How long the server continues to read after it rejected a body, before it closes the connection. */
    private static final long LINGER_MILLIS = 1000;

    /**
     * The estimated memory from which on a request is handled on a worker thread, so that other requests need not wait.
     */
    private static final long HEAVY_BYTES = 1024 * 1024;

    /** The size limit of the body of a request to the control API, except for the state. */
    private static final int MAX_CONTROL_BODY_BYTES = 1024 * 1024;

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final ServerContext site;
    private final Connections connections;
    private final boolean control;
    private final RequestRecord notes = new RequestRecord();
    private final MultivaluedMap<String, String> headers = new Headers<>();
    private @Nullable RequestBody body;
    private @Nullable BodyFile file;
    private boolean answered;
    private boolean closes;
    private boolean takesLong;
    private boolean ended;

    /** How many users the body has: the exchange itself, and work on it that continues when the caller has left. */
    private int users = 1;

    Exchange(Vertx vertx, HttpServerRequest request, ServerContext site, Connections connections) {
        this.vertx = vertx;
        this.request = request;
        this.site = site;
        this.connections = connections;
        this.control = ControlAccess.has(path());
        request.exceptionHandler(gone -> leave());
        request.response().endHandler(end -> connections.end(request.connection(), this));
        connections.begin(request.connection(), this);
    }

    /** Handles the request. */
    void serve() {
        guarded(() -> {
            request.headers().forEach((name, value) -> headers.add(name, value));
            if (request.headers().entries().size() > ConnectionLimits.MAX_HEADERS) {
                throw new RejectedRequestException(
                        431, "There are more than %d headers".formatted(ConnectionLimits.MAX_HEADERS));
            }
            site.hosts().check(headers.getFirst("Host"), request.uri());
            String method = request.method().name();
            if (isForPage()) {
                send(PageFiles.answer(method, path(), request.getHeader("If-None-Match")));
                return;
            }
            if (control) {
                site.controlGate().check(method, path(), headers);
            }
            Admission admission = api().gate().admit(method, path(), request.query(), headers, announcesBody());
            site.tasks(admission.variables()).stream().findFirst().ifPresent(notes::task);
            boolean gzip = announcesBody() && isGzip();
            String length = request.getHeader("Content-Length");
            long announced = length == null ? 0 : Long.parseLong(length);
            if (control && site.largeBodies().has(admission.operation())) {
                largeBody(admission, announced);
                return;
            }
            RequestBody arriving = new RequestBody(site.bodies(), maxBodyBytes());
            body = arriving;
            arriving.announce(announced);
            if (expectsContinue()) {
                request.response().writeContinue();
            }
            request.handler(chunk -> guarded(() -> arriving.append(chunk)));
            request.endHandler(end -> guarded(() -> finish(admission, arriving, gzip)));
        });
    }

    /** Responds with an error. */
    void refuse(RejectedRequestException refusal) {
        if (answered) {
            return;
        }
        if (expectsContinue()) {
            // The caller may take this as the final response and not send the body that the connection waits for.
            request.response().putHeader("Connection", "close");
        }
        notes.reason(refusal.text());
        send(refusal.answer());
    }

    /** Responds that the request took too long to be received; returns false if there is a response already. */
    boolean tellLate() {
        if (answered) {
            return false;
        }
        request.response().putHeader("Connection", "close");
        guarded(() -> refuse(new RejectedRequestException(408, "The request did not arrive in time")));
        return true;
    }

    /** Returns whether the connection is closed after the response. */
    boolean closes() {
        return closes;
    }

    /** Ends the exchange, because the request was answered or its connection was closed. */
    void end() {
        if (!ended) {
            ended = true;
            release();
        }
    }

    /** Releases the body if nobody else uses it. */
    private void release() {
        users--;
        if (users == 0 && body != null) {
            body.release();
        }
        if (users == 0 && file != null) {
            file.delete();
        }
    }

    /** Records a request whose caller closed the connection before there was a response. */
    private void leave() {
        if (!answered) {
            answered = true;
            notes.reason("The caller closed the connection before the response");
            record(0);
        }
    }

    /** Handles an operation whose body is in a file. */
    private void largeBody(Admission admission, long announced) {
        BodyFile kept = new BodyFile(vertx, site.largeBodies());
        file = kept;
        kept.announce(announced);
        if (expectsContinue()) {
            request.response().writeContinue();
        }
        Future<?> served;
        if (admission.operation().consumes().isEmpty()) {
            // A body is not read.
            closes = announcesBody();
            arrived();
            served = kept.make().onSuccess(length -> guarded(() -> send(kept, length)));
        } else {
            served = kept.receive(request, this::arrived)
                    .onSuccess(done -> guarded(() -> send(new MockResponse(204, Map.of(), new byte[0]))));
        }
        served.onFailure(failure -> guarded(() -> {
            RejectedRequestException refusal = BodyFile.refusal(failure);
            fail(refusal == null ? failure : refusal);
        }));
    }

    private void send(BodyFile kept, long length) {
        answered = true;
        record(HttpResponseStatus.OK.code());
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        if (connections.areStopping() || closes) {
            response.putHeader("Connection", "close");
        }
        response.putHeader("Content-Type", "application/json");
        if (request.method().name().equals("HEAD")) {
            response.putHeader("Content-Length", String.valueOf(length)).end();
        } else {
            kept.send(request, connections.requestMillis());
        }
    }

    private void arrived() {
        connections.arrived(request.connection());
        if (connections.isBodyBroken(request.connection())) {
            closes = true;
            throw new RejectedRequestException(400, "The request is not valid HTTP: the body has an invalid chunk");
        }
    }

    private void finish(Admission admission, RequestBody whole, boolean gzip) {
        arrived();
        byte[] bytes = gzip ? whole.gunzipped() : whole.bytes();
        notes.body(bytes);
        if (bytes.length > BodyMemory.SMALL) {
            long weight = admission.weight(bytes, site.bodies().maxReserved());
            whole.reserve(weight);
            takesLong = weight > HEAVY_BYTES;
        }
        if (control) {
            control(admission, bytes);
            return;
        }
        ActiveFault active = site.fault(admission.variables()).orElse(null);
        if (active == null) {
            act(admission, bytes, this::send);
            return;
        }
        notes.fault(active.id());
        Fault fault = active.fault();
        switch (fault.kind()) {
            case DELAY ->
                later(
                        fault.duration().toMillis(),
                        () -> act(admission, bytes, answer -> send(answer.with(fault.headers()))));
            case CUT_CONNECTION -> cut();
            case CUT_RESPONSE -> act(admission, bytes, answer -> cut());
            default ->
                send(FaultResponses.of(
                        fault,
                        admission.operation(),
                        api().answers(),
                        site.clock().instant()));
        }
    }

    private void control(Admission admission, byte[] bytes) {
        if (EventBroadcaster.answers(admission.operation())
                && request.method().name().equals("GET")) {
            answered = true;
            closes = true;
            record(HttpResponseStatus.OK.code());
            site.events().open(vertx, request);
            return;
        }
        act(admission, bytes, this::send);
    }

    private void act(Admission admission, byte[] bytes, Consumer<MockResponse> then) {
        // Control operations may take a while, too: to write the state of many runs, or to make all changes up to a new
        // time.
        if (control || takesLong || site.waits()) {
            users++;
            vertx.executeBlocking(() -> api().respond(admission, headers, bytes, notes), false)
                    .onComplete(done -> release())
                    .onSuccess(answer -> guarded(() -> then.accept(answer)))
                    .onFailure(this::fail);
        } else {
            then.accept(api().respond(admission, headers, bytes, notes));
        }
    }

    private void later(long millis, Runnable step) {
        if (millis == 0) {
            step.run();
        } else {
            users++;
            vertx.setTimer(millis, due -> {
                guarded(step);
                release();
            });
        }
    }

    private void guarded(Runnable step) {
        if (answered) {
            return;
        }
        long start = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        connections.worked(System.nanoTime() - start);
    }

    private void fail(Throwable failure) {
        try {
            if (failure instanceof RejectedRequestException refusal) {
                refuse(refusal);
                return;
            }
            // Its memory may be what is missing.
            end();
            LOGGER.log(Level.ERROR, "A request failed", failure);
            if (answered) {
                request.connection().close();
                return;
            }
            if (failure instanceof Error) {
                // The state of the connection is unknown after an error of the JVM.
                closes = true;
            }
            refuse(
                    failure instanceof OutOfMemoryError
                            ? new RejectedRequestException(
                                    503, "The server has no memory left for this request", Map.of("Retry-After", "1"))
                            : new RejectedRequestException(500, "Internal server error"));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A failed request could not be answered", e);
            request.connection().close();
        }
    }

    private Api api() {
        return control ? site.control().get() : site.api();
    }

    private boolean isForPage() {
        return PageFiles.has(path()) && !control && !site.api().gate().has(path());
    }

    private String path() {
        return request.path() == null ? "" : request.path();
    }

    private void cut() {
        answered = true;
        // Before the caller, who may ask for the record, can notice it.
        record(0);
        request.connection().close();
    }

    /** Records the request. A failure of that does not affect the response. */
    private void record(int status) {
        try {
            notes.end(request, site, status, control || isForPage());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A request could not be recorded", e);
        }
    }

    private void send(MockResponse answer) {
        answered = true;
        int status = answer.status();
        byte[] bytes = answer.body();
        record(status);
        HttpServerResponse response = request.response();
        if (!response.closed()) {
            if (connections.areStopping() || closes) {
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
            drop(status);
        }
    }

    /**
     * Discards the rest of the body. A caller that is still sending may not see the response if the connection is
     * closed, so it stays open while the body is received in time and is not too large.
     */
    private void drop(int status) {
        long most = file == null ? maxBodyBytes() : site.largeBodies().maxBytes();
        boolean arrives = status != HttpResponseStatus.REQUEST_TIMEOUT.code()
                && status != HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()
                && !expectsContinue();
        long timer = vertx.setTimer(
                arrives ? connections.requestMillis() : LINGER_MILLIS,
                late -> request.connection().close());
        AtomicLong dropped = new AtomicLong();
        request.handler(chunk -> {
            if (dropped.addAndGet(chunk.length()) > most) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (connections.isBodyBroken(request.connection())) {
                request.connection().close();
            }
        });
        // It is paused while a file is written.
        request.resume();
    }

    private boolean announcesBody() {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
    }

    private boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /** Returns whether the body has the coding gzip; rejects with status 415 any other coding. */
    private boolean isGzip() {
        String coding = headers.getFirst("Content-Encoding");
        if (coding == null || coding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (control || headers.get("Content-Encoding").size() > 1 || !GZIP.contains(coding.toLowerCase(Locale.ROOT))) {
            throw new RejectedRequestException(
                    415,
                    "Content-Encoding is not supported, expected " + (control ? "none" : "gzip"),
                    Map.of("Accept-Encoding", control ? "identity" : "gzip"));
        }
        // Resources get the decoded body.
        headers.remove("Content-Encoding");
        return true;
    }

    private int maxBodyBytes() {
        return control ? MAX_CONTROL_BODY_BYTES : api().maxBodyBytes();
    }
}
