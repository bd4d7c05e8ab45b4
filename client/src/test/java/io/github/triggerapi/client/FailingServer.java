package io.github.triggerapi.client;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Ways in which a server fails. Each sends the secret key back if it can. */
enum FailingServer {
    CLOSES_AT_ONCE("closes before the response", (exchange, time) -> {}),
    RESETS_AT_ONCE("resets before the response", (exchange, time) -> exchange.reset()),
    CLOSES_IN_STATUS_LINE("closes in the status line", (exchange, time) -> exchange.write(key(exchange))),
    CLOSES_IN_HEADERS(
            "closes within the headers", (exchange, time) -> exchange.write("HTTP/1.1 200 OK\r\n" + key(exchange))),
    CLOSES_IN_BODY(
            "200, closes within the body",
            (exchange, time) -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")),
    RESETS_IN_BODY("200, resets within the body", (exchange, time) -> {
        exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        exchange.reset();
    }),
    CLOSES_IN_CHUNK(
            "200, closes within a chunk",
            (exchange, time) -> exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{")),
    GARBAGE_CHUNK(
            "200, chunk of no size",
            (exchange, time) -> exchange.write(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + key(exchange) + "\r\n\r\n")),
    GARBAGE_GZIP(
            "200, gzip that is none",
            (exchange, time) -> exchange.respond(200, "{\"id\":\"run_1\"}", "Content-Encoding: gzip")),
    CLOSES_IN_ERROR(
            "404, closes within the body",
            (exchange, time) ->
                    exchange.write("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n" + key(exchange))),
    GARBAGE("garbage instead of HTTP", (exchange, time) -> exchange.write(key(exchange) + "\r\n\r\n")),
    NEGATIVE_STATUS("a status below zero", (exchange, time) -> exchange.write("HTTP/1.1 -12 OK\r\n\r\n")),
    HUGE_CHUNK(
            "200, a chunk too large to count",
            (exchange, time) ->
                    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{")),
    BODY_OF_NOTHING("204, with a body", (exchange, time) -> exchange.respond(204, key(exchange))),
    SWITCHES("101", (exchange, time) -> exchange.write("HTTP/1.1 101 " + key(exchange) + "\r\n\r\n")),
    INFORMS("100 without end", (exchange, time) -> {
        while (true) {
            exchange.write("HTTP/1.1 100 Continue\r\n\r\n");
        }
    }),
    CONTROLS("garbage with control characters", (exchange, time) -> exchange.write("a\rb\u001b[31m\r\n\r\n")),
    STATUS_400("400", (exchange, time) -> fail(exchange, 400)),
    STATUS_401("401, tells the key", (exchange, time) -> fail(exchange, 401, key(exchange) + ": x")),
    STATUS_408("408", (exchange, time) -> fail(exchange, 408)),
    STATUS_409("409", (exchange, time) -> fail(exchange, 409)),
    STATUS_429("429", (exchange, time) -> fail(exchange, 429)),
    AFTER_SECONDS("429, Retry-After: 2", (exchange, time) -> fail(exchange, 429, "Retry-After: 2")),
    AFTER_DATE(
            "429, Retry-After: in 3 s, as a date",
            (exchange, time) -> fail(
                    exchange,
                    429,
                    "Retry-After: "
                            + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    time.instant().plusSeconds(3).atOffset(ZoneOffset.UTC)))),
    AFTER_GARBAGE("429, Retry-After: soon", (exchange, time) -> fail(exchange, 429, "Retry-After: soon")),
    RESET(
            "429, x-ratelimit-reset: in 1.5 s",
            (exchange, time) -> fail(
                    exchange,
                    429,
                    "x-ratelimit-reset: " + time.instant().plusMillis(1500).toEpochMilli())),
    RESET_LATER(
            "429, x-ratelimit-reset: in 2 h",
            (exchange, time) -> fail(
                    exchange,
                    429,
                    "x-ratelimit-reset: "
                            + time.instant().plus(Duration.ofHours(2)).toEpochMilli())),
    SHOULD_NOT_RETRY("429, x-should-retry: false", (exchange, time) -> fail(exchange, 429, "x-should-retry: false")),
    SHOULD_RETRY("400, x-should-retry: true", (exchange, time) -> fail(exchange, 400, "x-should-retry: true")),
    STATUS_500("500", (exchange, time) -> fail(exchange, 500)),
    STATUS_503("503", (exchange, time) -> fail(exchange, 503)),
    AFTER_NOTHING("503, Retry-After: 0", (exchange, time) -> fail(exchange, 503, "Retry-After: 0")),
    AFTER_AGES("503, Retry-After: 99999999999", (exchange, time) -> fail(exchange, 503, "Retry-After: 99999999999")),
    STATUS_999("999", (exchange, time) -> fail(exchange, 999)),
    CUT_KEY(
            "500, the key where the body is cut",
            (exchange, time) -> exchange.respond(500, "x".repeat(64 * 1024 - 17) + key(exchange))),
    UNREADABLE(
            "200, garbage, tells the key",
            (exchange, time) -> exchange.respond(200, key(exchange), "X-Echo: " + key(exchange))),
    WRONG_TYPE(
            "200, JSON of another form",
            (exchange, time) -> exchange.respond(200, "{\"id\":{\"" + key(exchange) + "\":1}}")),
    EMPTY("200, no body", (exchange, time) -> exchange.respond(200, "")),
    HTML(
            "200, HTML",
            (exchange, time) -> exchange.respond(200, "<html>" + key(exchange) + "</html>", "Content-Type: text/html")),
    DEEP("200, JSON without end of depth", (exchange, time) -> exchange.respond(200, "{\"id\":" + "[".repeat(500_000))),
    ENDLESS("200, endless body", (exchange, time) -> endless(exchange, 200)),
    ENDLESS_ERROR("422, endless body", (exchange, time) -> endless(exchange, 422)),
    ENDLESS_HEADERS("200, endless headers", (exchange, time) -> {
        exchange.write("HTTP/1.1 200 OK\r\n");
        while (true) {
            exchange.write("X-Filler: " + "x".repeat(1000) + "\r\n");
        }
    }),
    SLOW("200, a byte now and then", (exchange, time) -> drip(exchange, "HTTP/1.1 200 OK\r\n\r\n{")),
    SLOW_ERROR("500, a byte now and then", (exchange, time) -> drip(exchange, "HTTP/1.1 500 OK\r\n\r\n{")),
    SILENT("no response", (exchange, time) -> drip(exchange, "")),
    MOVED("301 to another host", (exchange, time) -> fail(exchange, 301, "Location: http://127.0.0.2:9/")),
    REDIRECTED("307 to another host", (exchange, time) -> fail(exchange, 307, "Location: http://127.0.0.2:9/"));

    private interface Responder {
        void respond(RawServer.Exchange exchange, FakeClock time) throws IOException;
    }

    private final String description;
    private final Responder responding;

    FailingServer(String description, Responder responding) {
        this.description = description;
        this.responding = responding;
    }

    RawServer start(FakeClock time) {
        return RawServer.start(exchange -> responding.respond(exchange, time));
    }

    /** Returns what the server does. */
    @Override
    public String toString() {
        return description;
    }

    private static String key(RawServer.Exchange exchange) {
        return exchange.header("Authorization").replace("Bearer ", "");
    }

    private static void fail(RawServer.Exchange exchange, int status, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Echo: " + key(exchange);
        all[headers.length + 1] = "X-Request-Id: of " + key(exchange);
        exchange.respond(status, "{\"error\":\"No to " + key(exchange) + "\"}", all);
    }

    private static void endless(RawServer.Exchange exchange, int status) throws IOException {
        exchange.write("HTTP/1.1 " + status + " OK\r\n\r\n");
        while (true) {
            exchange.write("x".repeat(10_000));
        }
    }

    /** Sends a byte now and then, until the client closes the connection. */
    private static void drip(RawServer.Exchange exchange, String start) throws IOException {
        exchange.write(start);
        exchange.socket().setSoTimeout(50);
        while (true) {
            try {
                if (exchange.socket().getInputStream().read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException e) {
                if (!start.isEmpty()) {
                    exchange.write(" ");
                }
            }
        }
    }
}
