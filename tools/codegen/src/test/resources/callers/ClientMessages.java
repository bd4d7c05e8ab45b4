import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.sun.net.httpserver.HttpServer;
import io.github.triggerapi.client.api.ActionsApi;
import io.github.triggerapi.client.api.BodiesApi;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.api.GetTokenForm;
import io.github.triggerapi.client.api.JobsApi;
import io.github.triggerapi.client.api.ListObjectsParameters;
import io.github.triggerapi.client.api.ListThingsHeaders;
import io.github.triggerapi.client.api.ListThingsParameters;
import io.github.triggerapi.client.api.ListsApi;
import io.github.triggerapi.client.api.SentTo;
import io.github.triggerapi.client.internal.transport.ApiCallAdapterFactory;
import io.github.triggerapi.client.model.Account;
import io.github.triggerapi.client.model.Action;
import io.github.triggerapi.client.model.CloseAction;
import io.github.triggerapi.client.model.GetTokenFormGrantType;
import io.github.triggerapi.client.model.ListObjectsLimit;
import io.github.triggerapi.client.model.ListThingsXLimit;
import io.github.triggerapi.client.model.OpenAction;
import io.github.triggerapi.client.model.Page;
import io.github.triggerapi.client.model.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Each public method is a test. */
public final class ClientMessages {

    private static final Gson GSON = new Gson();
    private static final StringBuilder SEEN = new StringBuilder();

    private ClientMessages() {}

    public static void arraysMayBeInOneString() throws IOException {
        ListThingsParameters query = ListThingsParameters.builder()
                .ids(List.of(1L, 2L))
                .states(List.of(State.OPEN, State.of("a|b&c")))
                .words(List.of("x", "y z"))
                .build();
        ListThingsHeaders headers =
                ListThingsHeaders.builder().xIds(List.of("a", "b")).build();

        assertThat(sent(ListsApi.class, api -> api.listThings(query, headers).execute()))
                .startsWith("GET /base/lists?ids=1,2&states=open%7Ca%7Cb%26c&words=x%20y%20z\n")
                .contains("\nX-ids: a,b\n");
    }

    public static void cookiesAreInOneHeader() throws IOException {
        ListThingsParameters query =
                ListThingsParameters.builder().words(List.of()).build();
        ListThingsHeaders headers = ListThingsHeaders.builder()
                .session("s1")
                .theme(io.github.triggerapi.client.model.ListThingsTheme.DARK)
                .xLimit(ListThingsXLimit.of(5))
                .build();

        assertThat(sent(ListsApi.class, api -> api.listThings(query, headers).execute()))
                .contains("\nCookie: session=s1; theme=dark\n", "\nX-limit: 5\n");
    }

    public static void objectsMayBeParametersOrJson() throws IOException {
        Page page = Page.builder().size(5).sort(List.of("a", "b")).build();
        ListObjectsParameters query = ListObjectsParameters.builder()
                .page(page)
                .filter(page)
                .limit(ListObjectsLimit.of(3))
                .build();

        assertThat(sent(ListsApi.class, api -> api.listObjects(query).execute()))
                .startsWith("GET /base/objects?size=5&sort=a&sort=b"
                        + "&filter=%7B%22size%22%3A5%2C%22sort%22%3A%5B%22a%22%2C%22b%22%5D%7D&limit=3\n");
    }

    public static void formsAreSentAndJsonIsRead() throws IOException {
        GetTokenForm form = GetTokenForm.builder()
                .grantType(GetTokenFormGrantType.PASSWORD)
                .scope(List.of("read", "write all"))
                .expires(60)
                .client("{\"id\":\"c\"}")
                .build();

        assertThat(sent(BodiesApi.class, api -> {
                    Response<io.github.triggerapi.client.model.GetTokenResponse> response =
                            api.getToken(form).execute();
                    assertThat(response.body().token()).isEqualTo("t");
                    return response;
                }))
                .contains("\nContent-type: application/x-www-form-urlencoded\n")
                .endsWith("\ngrant_type=password&scope=read&scope=write+all&expires=60"
                        + "&client=%7B%22id%22%3A%22c%22%7D");
    }

    public static void filesAreSentBesideJson() throws IOException {
        List<MultipartBody.Part> photos = List.of(file("a.png"), file("b.png"));

        assertThat(sent(
                        BodiesApi.class,
                        api -> api.uploadAlbum(photos, null, Page.builder().size(2).build(), null, null)
                                .execute()))
                .contains("filename=\"a.png\"", "filename=\"b.png\"", "name=\"page\"", "\r\n\r\n{\"size\":2}\r\n")
                .doesNotContain("cover", "more");
    }

    public static void partsThatAreNotJsonHaveNoClasses() {
        assertThatThrownBy(() -> Class.forName(Page.class.getPackageName() + ".UploadAlbumRequestKind"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static MultipartBody.Part file(String name) {
        RequestBody data = RequestBody.create(name, MediaType.get("image/png"));
        return MultipartBody.Part.createFormData("photos", name, data);
    }

    public static void bytesAreRead() throws IOException {
        String request = sent(BodiesApi.class, api -> {
            Response<okhttp3.ResponseBody> response = api.getFilm().execute();
            assertThat(response.body().string()).isEqualTo("{\"token\":\"t\"}");
            return response;
        });

        assertThat(request).contains("\nAccept: video/mp4, application/octet-stream\n");
    }

    public static void thePathMayBeTheRoot() throws IOException {
        assertThat(sent(BodiesApi.class, api -> api.getRoot().execute())).startsWith("GET /base/\n");
    }

    public static void operationsMayHaveServersOfTheirOwn() throws ReflectiveOperationException {
        assertThat(BodiesApi.class.getMethod("getFilm").getAnnotation(SentTo.class).value())
                .isEqualTo("https://films.example.com");
        assertThat(BodiesApi.class.getMethod("getPage").getAnnotation(SentTo.class).value())
                .isEqualTo("https://example.com/v2");
        assertThat(BodiesApi.class.getMethod("getRoot").isAnnotationPresent(SentTo.class)).isFalse();
    }

    public static void anyMediaTypeIsJsonUnlessTheBodyIsAString() throws IOException {
        assertThat(sent(BodiesApi.class, api -> {
                    var response = api.putPage(Page.builder().size(1).build()).execute();
                    assertThat(response.body().token()).isEqualTo("t");
                    return response;
                }))
                .contains("\nAccept: application/json\n", "\nContent-type: application/json\n");
        assertThat(sent(BodiesApi.class, api -> {
                    Response<okhttp3.ResponseBody> response = api.getPage().execute();
                    assertThat(response.body().string()).isEqualTo("{\"token\":\"t\"}");
                    return response;
                }))
                .contains("\nAccept: */*\n");
    }

    public static void thePathMayBeginWithAParameter() throws IOException {
        assertThat(sent(BodiesApi.class, api -> api.listFilms("http:a", 1L).execute()))
                .startsWith("GET /base/http:a:1/films\n");
    }

    public static void aSchemaWithADiscriminatorStandsForThoseThatAddToIt() {
        String json = "[{\"type\":\"open\",\"uri\":\"u\",\"next\":{\"type\":\"CloseAction\",\"label\":\"l\"}},"
                + "{\"type\":\"JumpAction\",\"height\":18446744073709551615},{\"type\":\"other\",\"more\":1}]";

        Action[] actions = GSON.fromJson(json, Action[].class);

        OpenAction open = actions[0].asOpenAction();
        assertThat(open.uri()).isEqualTo("u");
        assertThat(open.next().asCloseAction().label()).isEqualTo("l");
        assertThat(actions[1].asMoveAction().asJumpAction().height()).isEqualTo("18446744073709551615");
        assertThat(actions[2].asObject().get("more").getAsInt()).isEqualTo(1);
        assertThat(GSON.toJson(actions)).isEqualTo(json);
    }

    public static void otherMediaTypesOfASuccessAreRaw() throws IOException {
        Action action = Action.of(
                CloseAction.builder().type("CloseAction").build());

        assertThat(sent(ActionsApi.class, api -> {
                    Response<okhttp3.ResponseBody> response =
                            api.sendActionAsApplicationXNdjson(action).execute();
                    assertThat(response.body().string()).isEqualTo("{\"token\":\"t\"}");
                    return response;
                }))
                .contains("\nAccept: application/x-ndjson\n")
                .endsWith("\n{\"type\":\"CloseAction\"}");
    }

    public static void eachSuccessHasItsType() throws ReflectiveOperationException {
        DocumentedResponse[] responses =
                JobsApi.class.getMethod("runJob").getAnnotationsByType(DocumentedResponse.class);

        assertThat(responses)
                .extracting(response -> response.status() + " " + response.body().getSimpleName()
                        + (response.otherType() ? " other" : ""))
                .containsExactly(
                        "200 Account",
                        "201 Account",
                        "202 JsonElement other",
                        "203 Void other",
                        "204 Void",
                        "2XX Page other",
                        "default Page");
        TypeToken<List<Page>> pages = JobsApi.RUN_JOB_202;
        assertThat(pages.getType().getTypeName()).contains("List<").contains("Page");
        assertThat(JobsApi.class.getFields()).hasSize(1);
        assertThat(JobsApi.class.getMethod("lastJob").getAnnotation(DocumentedResponse.class).otherType()).isTrue();
    }

    public static void requestsDoWithoutReadOnlyMembers() {
        Account account = Account.builder().name("n").password("p").build();

        assertThat(GSON.toJson(account)).isEqualTo("{\"name\":\"n\",\"password\":\"p\"}");
        assertThat(GSON.fromJson("{\"id\":\"i\",\"name\":\"n\"}", Account.class).id()).isEqualTo("i");
        assertThatThrownBy(Account.builder().name("n")::build).hasMessageContaining("password");
    }

    private interface Using<A> {
        Response<?> by(A api) throws IOException;
    }

    /** Returns the request line, the headers and the body of the request. */
    private static <A> String sent(Class<A> type, Using<A> using) throws IOException {
        SEEN.setLength(0);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                SEEN.append(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n");
                exchange.getRequestHeaders().forEach((name, values) -> SEEN.append(name + ": " + values.get(0) + "\n"));
                SEEN.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] body = "{\"token\":\"t\"}".getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            assertThat(using.by(new Retrofit.Builder()
                                    .baseUrl("http://localhost:"
                                            + server.getAddress().getPort() + "/base/")
                                    .addCallAdapterFactory(new ApiCallAdapterFactory())
                                    .addConverterFactory(GsonConverterFactory.create())
                                    .build()
                                    .create(type))
                            .isSuccessful())
                    .isTrue();
            return SEEN.toString();
        } finally {
            server.stop(0);
        }
    }
}
