package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.fault.Fault;
import io.github.triggerapi.mock.internal.message.MockResponse;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.internal.message.RequestHeaders;
import io.github.triggerapi.mock.internal.page.PageFiles;
import io.github.triggerapi.mock.internal.validation.ControlAccess;
import io.github.triggerapi.mock.internal.validation.RequestValidator.ValidatedRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and its response. It runs on the event loop of the connection, except for work that would block that. */
final class Exchange {
    private static final Logger LOGGER = System.getLogger(Exchange.class.getName());

    /**
     * The estimated memory from which on a request is handled on a worker thread, so that other requests need not wait.
     */
    private static final long HEAVY_BYTES = 1024 * 1024;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final ServerContext server;
    private final Connections connections;
    private final ResponseSender response;
    private final boolean control;
    private final RequestRecorder requestRecorder = new RequestRecorder();
    private final RequestHeaders headers = new RequestHeaders();
    private @Nullable RequestBody body;
    private @Nullable BodyFile file;
    private boolean responded;
    private boolean isHeavy;
    private boolean ended;

    /** How many users the body has: the exchange itself, and work on it that continues when the caller has left. */
    private int users = 1;

    Exchange(Vertx vertx, HttpServerRequest request, ServerContext server, Connections connections) {
        this.vertx = vertx;
        this.request = request;
        this.server = server;
        this.connections = connections;
        this.response = new ResponseSender(vertx, request, connections);
        this.control = ControlAccess.has(path()) && !isOfApi();
        request.exceptionHandler(gone -> abandon());
        request.response().endHandler(end -> connections.end(request.connection(), this));
        connections.begin(request.connection(), this);
    }

    void serve() {
        guarded(() -> {
            request.headers().forEach((name, value) -> headers.add(name, value));
            if (request.headers().entries().size() > ConnectionLimits.MAX_HEADERS) {
                throw new RejectedRequestException(
                        431, "There are more than %d headers".formatted(ConnectionLimits.MAX_HEADERS));
            }
            server.hosts().check(headers.first("Host"), request.uri());
            String method = request.method().name();
            if (isForPage()) {
                send(PageFiles.respond(method, path(), request.getHeader("If-None-Match")));
                return;
            }
            if (control) {
                server.controlAccess().check(method, path(), headers);
            }
            ValidatedRequest validated =
                    api().validator().validate(method, path(), request.query(), headers, announcesBody());
            server.tasks(validated.variables()).stream().findFirst().ifPresent(requestRecorder::task);
            boolean gzip = announcesBody() && RequestBody.isGzip(headers, !control);
            String length = request.getHeader("Content-Length");
            long announced = length == null ? 0 : Long.parseLong(length);
            if (control && server.fileBackedOperations().has(validated.operation())) {
                largeBody(validated, announced);
                return;
            }
            RequestBody arriving = new RequestBody(server.bodies(), api().maxBodyBytes());
            body = arriving;
            arriving.announce(announced);
            response.sendContinue();
            request.handler(chunk -> guarded(() -> arriving.append(chunk)));
            request.endHandler(end -> guarded(() -> finish(validated, arriving, gzip)));
        });
    }

    void reject(RejectedRequestException rejection) {
        if (responded) {
            return;
        }
        if (response.isContinueExpected()) {
            // The caller may take this as the final response and not send the body that the connection waits for.
            request.response().putHeader("Connection", "close");
        }
        requestRecorder.reason(rejection.message());
        send(rejection.response());
    }

    /** Responds that the request took too long to be received; returns false if there is a response already. */
    boolean timeOut() {
        if (responded) {
            return false;
        }
        request.response().putHeader("Connection", "close");
        guarded(() -> reject(new RejectedRequestException(408, "The request was not received in time")));
        return true;
    }

    /** Returns whether the connection is closed after the response. */
    boolean closes() {
        return response.closesConnection();
    }

    /** Ends the exchange, because the request got its response or its connection was closed. */
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
    private void abandon() {
        if (!responded) {
            responded = true;
            requestRecorder.reason("The caller closed the connection before the response");
            record(0);
        }
    }

    /** Handles an operation whose body is in a file. */
    private void largeBody(ValidatedRequest validated, long announced) {
        BodyFile kept = new BodyFile(vertx, server.fileBackedOperations());
        file = kept;
        kept.announce(announced);
        response.sendContinue();
        Future<?> served;
        if (validated.operation().consumes().isEmpty()) {
            // A body is not read.
            if (announcesBody()) {
                response.closeConnection();
            }
            arrived();
            served = kept.make().onSuccess(length -> guarded(() -> send(kept, length)));
        } else {
            served = kept.receive(request, this::arrived)
                    .onSuccess(done -> guarded(() -> send(new MockResponse(204, Map.of(), new byte[0]))));
        }
        served.onFailure(failure -> guarded(() -> {
            RejectedRequestException rejection = BodyFile.rejection(failure);
            fail(rejection == null ? failure : rejection);
        }));
    }

    private void send(BodyFile kept, long length) {
        responded = true;
        record(HttpResponseStatus.OK.code());
        response.send(kept, length);
    }

    private void arrived() {
        connections.arrived(request.connection());
        if (connections.isBodyBroken(request.connection())) {
            response.closeConnection();
            throw new RejectedRequestException(400, "The request is not valid HTTP: the body has an invalid chunk");
        }
    }

    private void finish(ValidatedRequest validated, RequestBody whole, boolean gzip) {
        arrived();
        byte[] bytes = gzip ? whole.gunzipped() : whole.bytes();
        requestRecorder.body(bytes);
        if (bytes.length > BodyMemory.SMALL) {
            long weight = validated.weight(bytes, server.bodies().maxReserved());
            whole.reserve(weight);
            isHeavy = weight > HEAVY_BYTES;
        }
        if (control) {
            control(validated, bytes);
            return;
        }
        ActiveFault active = server.fault(validated.variables()).orElse(null);
        if (active == null) {
            handle(validated, bytes, this::send);
            return;
        }
        requestRecorder.fault(active);
        Fault fault = active.fault();
        switch (fault.kind()) {
            case DELAY ->
                delay(
                        fault.duration().toMillis(),
                        () -> handle(validated, bytes, mockResponse -> send(mockResponse.with(fault.headers()))));
            case CUT_CONNECTION -> cut();
            case CUT_RESPONSE -> handle(validated, bytes, mockResponse -> cut());
            default ->
                send(FaultResponses.of(
                        fault,
                        validated.operation(),
                        api().documentedResponses(),
                        server.clock().instant()));
        }
    }

    private void control(ValidatedRequest validated, byte[] bytes) {
        if (EventBroadcaster.isEventStream(validated.operation())
                && request.method().name().equals("GET")) {
            responded = true;
            response.closeConnection();
            record(HttpResponseStatus.OK.code());
            server.events().open(vertx, request);
            return;
        }
        handle(validated, bytes, this::send);
    }

    private void handle(ValidatedRequest validated, byte[] bytes, Consumer<MockResponse> then) {
        // Control operations may take a while, too: to write the state of many runs, or to make all changes up to a new
        // time.
        if (control || isHeavy || server.waits()) {
            users++;
            vertx.executeBlocking(() -> api().respond(validated, headers, bytes, requestRecorder), false)
                    .onComplete(done -> release())
                    .onSuccess(mockResponse -> guarded(() -> then.accept(mockResponse)))
                    .onFailure(this::fail);
        } else {
            then.accept(api().respond(validated, headers, bytes, requestRecorder));
        }
    }

    private void delay(long millis, Runnable step) {
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
        if (responded) {
            return;
        }
        long start = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
        connections.blocked(System.nanoTime() - start);
    }

    private void fail(Throwable failure) {
        try {
            if (failure instanceof RejectedRequestException rejection) {
                reject(rejection);
                return;
            }
            // Its memory may be what is missing.
            end();
            LOGGER.log(Level.ERROR, "A request failed", failure);
            if (responded) {
                request.connection().close();
                return;
            }
            if (failure instanceof Error) {
                // The state of the connection is unknown after an error of the JVM.
                response.closeConnection();
            }
            reject(
                    failure instanceof OutOfMemoryError
                            ? RejectedRequestException.retryLater("The server has no memory left for this request")
                            : new RejectedRequestException(500, "Internal server error"));
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A failed request could not be handled", e);
            request.connection().close();
        }
    }

    private ServedApi api() {
        return control ? server.control().get() : server.api();
    }

    private boolean isForPage() {
        return PageFiles.has(path()) && !control && !isOfApi();
    }

    /** Returns whether the document has this path. Its paths precede those of the server itself. */
    private boolean isOfApi() {
        return server.api().validator().has(path());
    }

    private String path() {
        return request.path() == null ? "" : request.path();
    }

    private void cut() {
        responded = true;
        // Before the caller, who may ask for the record, can notice it.
        record(0);
        request.connection().close();
    }

    /** Records the request. A failure of that does not affect the response. */
    private void record(int status) {
        try {
            requestRecorder.end(request, server, status, control || isForPage());
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A request could not be recorded", e);
        }
    }

    private void send(MockResponse mockResponse) {
        responded = true;
        record(mockResponse.status());
        response.send(mockResponse);
        if (!request.isEnded()) {
            response.discardRequest(
                    mockResponse.status(),
                    file == null
                            ? api().maxBodyBytes()
                            : server.fileBackedOperations().maxBytes());
        }
    }

    private boolean announcesBody() {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
    }
}
