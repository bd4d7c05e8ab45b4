package io.github.triggerapi.contract.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Puts all traffic of an OkHttp client before a {@link Judge}. Any test whose client has it is a contract test.
 *
 * <p>Requests with a fault of their own are let through: what the server answers to them is judged, too.
 */
public final class JudgingInterceptor implements Interceptor {

    private final Judge judge;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public JudgingInterceptor(Judge judge) {
        this.judge = judge;
    }

    /**
     * One request and its answer.
     *
     * @param requestFaults what is wrong with the request; empty where it is right
     * @param responseFaults what is wrong with the answer; empty where it is right
     */
    public record Exchange(
            String method,
            String path,
            String requestBody,
            List<String> requestFaults,
            int status,
            String responseBody,
            List<String> responseFaults) {}

    /** All traffic so far, in the order of the answers. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Every fault so far, of requests and of answers. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        exchanges.forEach(exchange -> {
            faults.addAll(exchange.requestFaults());
            faults.addAll(exchange.responseFaults());
        });
        return faults;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String path = request.url().encodedPath();
        Buffer sent = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(sent);
        }
        String requestBody = sent.readString(StandardCharsets.UTF_8);
        MediaType requestType = request.body() == null ? null : request.body().contentType();
        Response response = chain.proceed(request);
        byte[] bytes = response.body().bytes();
        String responseBody = new String(bytes, StandardCharsets.UTF_8);
        exchanges.add(new Exchange(
                request.method(),
                path,
                requestBody,
                judge.request(request.method(), path, text(request.header("Content-Type"), requestType), requestBody),
                response.code(),
                responseBody,
                judge.response(
                        request.method(), path, response.code(), response.header("Content-Type"), responseBody)));
        return response.newBuilder()
                .body(ResponseBody.create(bytes, response.body().contentType()))
                .build();
    }

    private static @Nullable String text(@Nullable String header, @Nullable MediaType type) {
        return header != null || type == null ? header : type.toString();
    }
}
