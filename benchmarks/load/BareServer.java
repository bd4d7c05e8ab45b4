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
 * The least that a server on the mock's runtime can do: it reads the body as JSON and answers as many bytes as the mock
 * does, the same each time. {@code java -cp <standalone jar> BareServer.java PORT}.
 */
final class BareServer extends AbstractVerticle {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Buffer ANSWER = Buffer.buffer("{\"id\":\"run_123456789abcdefghijkm\"}");

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
                .requestHandler(request -> request.bodyHandler(body -> answer(request, body)))
                .listen();
    }

    private static void answer(HttpServerRequest request, Buffer body) {
        try {
            JsonNode json = MAPPER.readTree(body.getBytes());
            request.response()
                    .setStatusCode(json.isObject() ? 200 : 400)
                    .putHeader("Content-Type", "application/json")
                    .end(ANSWER);
        } catch (IOException e) {
            request.response().setStatusCode(400).end();
        }
    }
}
