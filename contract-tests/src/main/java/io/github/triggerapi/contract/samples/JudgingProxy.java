package io.github.triggerapi.contract.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.contract.judge.Exchange;
import io.github.triggerapi.contract.judge.ExchangeLog;
import io.github.triggerapi.contract.judge.HttpMessage;
import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.HttpMessage.Response;
import io.github.triggerapi.contract.judge.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Stands before a server and puts what passes before a {@link Judge}: for callers that are not written in Java. */
final class JudgingProxy implements AutoCloseable {

    private final Function<Request, Response> target;
    private final HttpServer server;
    private final ExchangeLog log;

    /**
     * Starts on a free port.
     *
     * @param target answers the requests
     */
    JudgingProxy(Judge judge, Function<Request, Response> target) {
        this.log = new ExchangeLog(judge);
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What has passed since the last call. */
    List<Exchange> takeExchanges() {
        return log.take();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            Response response = answer(request);
            log.add(request, response);
            answer(exchange, response);
        }
    }

    /** A server that fails is not the fault of whoever asks: it has an answer to be judged, too. */
    private Response answer(Request request) {
        try {
            return target.apply(request);
        } catch (RuntimeException e) {
            return new Response(500, Map.of("Content-Type", List.of("text/plain")), "the server failed: " + e);
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : List.of("Authorization", "Content-Type", "Accept")) {
            if (exchange.getRequestHeaders().containsKey(name)) {
                headers.put(name, new ArrayList<>(exchange.getRequestHeaders().get(name)));
            }
        }
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, HttpMessage.Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        String type = response.header("Content-Type");
        if (type != null) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
