package io.github.triggerapi.contract.traffic;

import io.github.triggerapi.contract.DocumentElements;
import io.github.triggerapi.contract.DocumentElements.Property;
import io.github.triggerapi.contract.judge.Judge;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes bodies between client and server. */
final class TamperingClient {

    private static final MediaType JSON = MediaType.get("application/json");

    private TamperingClient() {}

    /** Returns an HTTP client that changes the bodies of requests and responses. */
    static OkHttpClient client(UnaryOperator<String> requests, UnaryOperator<String> responses) {
        return new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    String body = response.body().string();
                    return response.newBuilder()
                            .body(ResponseBody.create(
                                    responses.apply(body), type(response.body().contentType())))
                            .build();
                })
                .addInterceptor(chain -> {
                    Request request = chain.request();
                    RequestBody sent = request.body();
                    if (sent == null || sent.contentLength() == 0) {
                        return chain.proceed(request);
                    }
                    Buffer body = new Buffer();
                    sent.writeTo(body);
                    RequestBody changed = RequestBody.create(requests.apply(body.readUtf8()), type(sent.contentType()));
                    return chain.proceed(request.newBuilder()
                            .method(request.method(), changed)
                            .build());
                })
                .build();
    }

    private static MediaType type(@Nullable MediaType type) {
        return type == null ? JSON : type;
    }

    /**
     * Returns a change of bodies that contain a property.
     *
     * @param change receives the object and the name of the property
     */
    static UnaryOperator<String> at(Property property, BiConsumer<ObjectNode, String> change) {
        return body -> {
            if (body.isEmpty()) {
                return body;
            }
            JsonNode root = Judge.JSON.readTree(body);
            if (root.at(DocumentElements.parent(property.path())) instanceof ObjectNode owner
                    && owner.has(property.name())) {
                change.accept(owner, property.name());
                return root.toString();
            }
            return body;
        };
    }
}
