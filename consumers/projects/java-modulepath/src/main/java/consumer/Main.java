package consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Triggers a task and reads an error. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Main::respond);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try (TriggerClient client =
                TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url).build()) {
            expect("run_1", trigger(client, "my-task"));
            expect("Not found", trigger(client, "another"));
        } finally {
            server.stop(0);
        }
    }

    private static String trigger(TriggerClient client, String task) {
        try {
            return client.tasks()
                    .triggerTaskV1(
                            task,
                            body -> body.payload(Map.of("message", "Hello, world!"))
                                    .options(options -> options.ttl(60).tags("a")))
                    .send()
                    .id();
        } catch (TriggerResponseException e) {
            return ((ErrorResponse) e.error().orElseThrow()).error();
        }
    }

    private static void expect(String expected, String actual) {
        if (!actual.equals(expected)) {
            throw new AssertionError("Expected " + expected + " but got " + actual);
        }
        System.out.println(actual);
    }

    private static void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = new String(exchange.getRequestBody().readAllBytes());
            if (!request.equals("{\"payload\":{\"message\":\"Hello, world!\"},\"options\":{\"ttl\":60,\"tags\":\"a\"}}")) {
                throw new AssertionError(request);
            }
            boolean known = exchange.getRequestURI().getPath().contains("/my-task/");
            byte[] body = (known ? "{\"id\": \"run_1\"}" : "{\"error\": \"Not found\"}").getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
