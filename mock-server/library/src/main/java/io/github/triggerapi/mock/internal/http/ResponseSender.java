package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.MockResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the response to one request, on the event loop of the connection. */
final class ResponseSender {
    /** How long the server continues to read after it rejected a body, before it closes the connection. */
    private static final long LINGER_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Connections connections;
    private boolean closesConnection;

    ResponseSender(Vertx vertx, HttpServerRequest request, Connections connections) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.connections = connections;
    }

    /** Closes the connection after the response. */
    void closeConnection() {
        closesConnection = true;
    }

    boolean closesConnection() {
        return closesConnection;
    }

    boolean isContinueExpected() {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    /** Tells a caller that waits for it to send the body. */
    void sendContinue() {
        if (isContinueExpected()) {
            response.writeContinue();
        }
    }

    void send(MockResponse mockResponse) {
        if (response.closed()) {
            return;
        }
        announceClose();
        int status = mockResponse.status();
        byte[] bytes = mockResponse.body();
        response.setStatusCode(status);
        mockResponse.headers().forEach((name, values) -> response.headers().add(name, values));
        if (status == HttpResponseStatus.NO_CONTENT.code()) {
            response.end();
        } else if (isHead()) {
            response.putHeader("Content-Length", String.valueOf(bytes.length)).end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    /** Sends JSON that is in a file. */
    void send(BodyFile file, long length) {
        if (response.closed()) {
            return;
        }
        announceClose();
        response.putHeader("Content-Type", "application/json");
        if (isHead()) {
            response.putHeader("Content-Length", String.valueOf(length)).end();
        } else {
            file.send(request, connections.requestMillis());
        }
    }

    private void announceClose() {
        if (connections.areStopping() || closesConnection) {
            response.putHeader("Connection", "close");
        }
    }

    private boolean isHead() {
        return request.method().name().equals("HEAD");
    }

    /**
     * Discards the rest of the request. A caller that is still sending may not see the response if the connection is
     * closed, so it stays open while the body is received in time and is not too large.
     *
     * @param status the status of the response
     */
    void discardRequest(int status, long maxBytes) {
        boolean arrives = status != HttpResponseStatus.REQUEST_TIMEOUT.code()
                && status != HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE.code()
                && !isContinueExpected();
        long timer = vertx.setTimer(
                arrives ? connections.requestMillis() : LINGER_MILLIS,
                late -> request.connection().close());
        AtomicLong discarded = new AtomicLong();
        request.handler(chunk -> {
            if (discarded.addAndGet(chunk.length()) > maxBytes) {
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
}
