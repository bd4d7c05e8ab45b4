import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/**
 * A minimal server on the runtime of the mock server: parses the body as JSON and returns a constant response of the same
 * size. {@code java -cp <standalone jar> BareServer.java PORT}.
 */
final class BareServer extends AbstractVerticle {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Buffer RESPONSE = Buffer.buffer("{\"id\":\"run_123456789abcdefghijkm\"}");

    private final int port;

    private BareServer(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx.vertx().deployVerticle(() -> new BareServer(port), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start() {
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true);
        vertx.createHttpServer(options)
                .requestHandler(request -> request.bodyHandler(body -> respond(request, body)))
                .listen();
    }

    private static void respond(HttpServerRequest request, Buffer body) {
        try {
            JsonNode json = MAPPER.readTree(body.getBytes());
            request.response()
                    .setStatusCode(json.isObject() ? 200 : 400)
                    .putHeader("Content-Type", "application/json")
                    .end(RESPONSE);
        } catch (IOException e) {
            request.response().setStatusCode(400).end();
        }
    }
}
