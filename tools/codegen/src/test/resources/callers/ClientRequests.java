import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.api.FilesApi;
import io.github.triggerapi.client.api.GetThingHeaders;
import io.github.triggerapi.client.api.GetThingParameters;
import io.github.triggerapi.client.api.PutThingParameters;
import io.github.triggerapi.client.api.ThingsApi;
import io.github.triggerapi.client.internal.transport.ApiCallAdapterFactory;
import io.github.triggerapi.client.model.Animal;
import io.github.triggerapi.client.model.Filter;
import io.github.triggerapi.client.model.FilterCreated;
import io.github.triggerapi.client.model.State;
import io.github.triggerapi.client.model.UploadFileRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Each public method is a test. */
public final class ClientRequests {

    private static final String THING =
            "{\"id\":\"a1\",\"level\":1,\"extra\":null,\"when\":\"2025-01-31T12:00:00Z\"}";
    private static final RequestBody DATA = RequestBody.create("data", MediaType.get("text/plain"));

    private ClientRequests() {}

    public static void optionalParametersMayBeOmitted() throws IOException {
        assertThat(sent(ThingsApi.class, api -> api.getThing("a/b"), THING)).startsWith("GET /base/things/a%2Fb\n");
    }

    public static void headersAreSentByAnyRetrofit() throws IOException {
        GetThingHeaders headers = GetThingHeaders.builder().xTrace("t").build();
        GetThingParameters query = GetThingParameters.builder().pageSize(5).build();

        assertThat(headers.xTrace()).isEqualTo("t");
        assertThat(sent(ThingsApi.class, api -> api.getThing("a", headers), THING))
                .startsWith("GET /base/things/a\n")
                .contains("\nX-Trace: t\n");
        assertThat(sent(ThingsApi.class, api -> api.getThing("a", query, headers), THING))
                .startsWith("GET /base/things/a?page%5Bsize%5D=5\n")
                .contains("\nX-Trace: t\n");
        assertThat(sent(ThingsApi.class, api -> api.getThing("a", query), THING)).doesNotContain("X-Trace");
    }

    public static void queryParametersMayBeScalarsArraysAndObjects() throws IOException {
        GetThingParameters query = GetThingParameters.builder()
                .pageSize(5)
                .since(OffsetDateTime.parse("2025-01-31T12:00:00+01:00"))
                .state(List.of(State.ON, State.of("a&b")))
                .filter(Filter.builder()
                        .state(List.of("x", "y"))
                        .created(FilterCreated.builder()
                                .from(OffsetDateTime.parse("2025-01-31T12:00:00Z"))
                                .build())
                        .build())
                .build();

        assertThat(sent(ThingsApi.class, api -> api.getThing("a", query), THING))
                .startsWith("GET /base/things/a?page%5Bsize%5D=5&since=2025-01-31T12%3A00%3A00%2B01%3A00"
                        + "&state=on&state=a%26b&filter%5Bstate%5D=x&filter%5Bstate%5D=y"
                        + "&filter%5Bcreated%5D%5Bfrom%5D=2025-01-31T12%3A00%3A00Z\n");
        assertThat(query.state()).containsExactly(State.ON, State.of("a&b"));
    }

    public static void requiredParametersMustBeSet() throws IOException {
        assertThatThrownBy(PutThingParameters.builder()::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PutThingParameters.mode");
        assertThat(sent(ThingsApi.class, api -> api.putThing("a", PutThingParameters.builder().mode("m").build()), "{}"))
                .startsWith("PUT /base/things/a?mode=m\n");
    }

    public static void parametersAreCopied() {
        List<State> states = new ArrayList<>(List.of(State.ON));
        GetThingParameters query = GetThingParameters.builder().state(states).build();

        states.clear();

        assertThat(query.state()).containsExactly(State.ON);
    }

    public static void bodiesMayHaveSeveralMediaTypes() throws IOException {
        UploadFileRequest lines = UploadFileRequest.builder().lines(List.of("a")).build();
        MultipartBody.Part file = MultipartBody.Part.createFormData("file", "a.txt", DATA);
        MultipartBody.Part note = MultipartBody.Part.createFormData("note", "hello");

        assertThat(sent(FilesApi.class, api -> api.uploadFile(lines), "[]")).endsWith("\n{\"lines\":[\"a\"]}");
        assertThat(sent(FilesApi.class, api -> api.uploadFileMultipartFormData(file, note), "[]"))
                .contains("name=\"file\"; filename=\"a.txt\"", "data", "name=\"note\"", "hello");
        assertThat(sent(FilesApi.class, api -> api.uploadFileMultipartFormData(file, null), "[]"))
                .doesNotContain("note");
    }

    public static void readsArraysOfUnions() throws IOException {
        List<Animal> animals = new ArrayList<>();
        String response = "[{\"species\":\"cat\",\"lives\":9},{\"species\":\"fish\"}]";
        exchange(
                FilesApi.class,
                api -> animals.addAll(api.uploadFile(UploadFileRequest.builder().lines(List.of()).build())
                        .execute()
                        .body()),
                response);

        assertThat(animals).extracting(Animal::kind).containsExactly(Animal.Kind.CAT, Animal.Kind.UNKNOWN);
    }

    private interface Sending<A> {
        Call<?> by(A api);
    }

    private interface Using<A> {
        void use(A api) throws IOException;
    }

    private static <A> String sent(Class<A> type, Sending<A> sending, String response) throws IOException {
        return exchange(
                type,
                api -> assertThat(sending.by(api).execute().isSuccessful()).isTrue(),
                response);
    }

    /** Returns the request line, the headers and the body of the request. */
    private static <A> String exchange(Class<A> type, Using<A> using, String response) throws IOException {
        StringBuilder seen = new StringBuilder();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                seen.append(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
                exchange.getRequestHeaders().forEach((name, values) -> seen.append(name + ": " + values.get(0) + "\n"));
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                seen.append(body);
                exchange.sendResponseHeaders(200, response.length());
                exchange.getResponseBody().write(response.getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.start();
        try {
            using.use(new Retrofit.Builder()
                    .baseUrl("http://localhost:" + server.getAddress().getPort() + "/base/")
                    .addCallAdapterFactory(new ApiCallAdapterFactory())
                    .addConverterFactory(GsonConverterFactory.create())
                    .build()
                    .create(type));
            return seen.toString().replace("X-trace", "X-Trace");
        } finally {
            server.stop(0);
        }
    }
}
