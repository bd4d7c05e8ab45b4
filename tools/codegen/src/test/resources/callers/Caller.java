import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.github.triggerapi.client.api.DefaultApi;
import io.github.triggerapi.client.api.GetThingParameters;
import io.github.triggerapi.client.api.PutThingParameters;
import io.github.triggerapi.client.api.ThingsApi;
import io.github.triggerapi.client.internal.transport.ApiCallAdapterFactory;
import io.github.triggerapi.client.model.Animal;
import io.github.triggerapi.client.model.Cat;
import io.github.triggerapi.client.model.Filter;
import io.github.triggerapi.client.model.State;
import io.github.triggerapi.client.model.TTL;
import io.github.triggerapi.client.model.Thing;
import java.time.OffsetDateTime;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Each public method is a test. */
public final class Caller {

    private static final Retrofit RETROFIT = new Retrofit.Builder()
            .baseUrl("https://example.com")
            .addCallAdapterFactory(new ApiCallAdapterFactory())
            .addConverterFactory(GsonConverterFactory.create())
            .build();

    private Caller() {}

    public static void buildsAndReadsObjects() {
        Thing thing = Thing.builder()
                .id("a1")
                .level(1)
                .extra(1)
                .when(OffsetDateTime.parse("2025-01-31T12:00:00Z"))
                .ttl(5)
                .animal(Cat.builder().species("cat").lives(9).build())
                .putAdditionalProperty("note", "kept")
                .build();

        assertThat(new Gson().toJson(new Gson().fromJson(new Gson().toJson(thing), Thing.class))).contains("kept");
        assertThat(thing.stateOrDefault()).isEqualTo(State.ON);
    }

    public static void switchesOverKinds() {
        Animal animal = Animal.of(Cat.builder().species("cat").lives(9).build());
        String text = switch (animal.kind()) {
            case CAT -> "cat";
            case DOG -> "dog";
            default -> "new";
        };

        assertThat(text).isEqualTo("cat");
        assertThat(TTL.of("1h").kind()).isEqualTo(TTL.Kind.STRING);
    }

    public static void createsCalls() {
        ThingsApi things = RETROFIT.create(ThingsApi.class);
        GetThingParameters query = GetThingParameters.builder()
                .pageSize(5)
                .filter(Filter.builder().state(List.of("a")).build())
                .build();
        PutThingParameters mode = PutThingParameters.builder().mode("m").build();

        assertThat(things.getThing("a").request().url().encodedPath()).isEqualTo("/things/a");
        assertThat(things.getThing("a", query).request().url().queryParameter("page[size]")).isEqualTo("5");
        assertThat(things.putThing("a", mode).request().url().query()).isEqualTo("mode=m");
    }

    public static void buildsObjectsWithConsumers() {
        ThingsApi things = RETROFIT.create(ThingsApi.class);
        HttpUrl got = things.getThing("a", query -> query.pageSize(5).filter(filter -> filter.state(List.of("on"))))
                .request()
                .url();
        Request put = things.putThing(
                        "a",
                        body -> body.id("a1").level(1).extra(1).when(OffsetDateTime.parse("2025-01-31T12:00:00Z")),
                        query -> query.mode("m"))
                .request();

        assertThat(got.queryParameter("page[size]")).isEqualTo("5");
        assertThat(got.queryParameter("filter[state]")).isEqualTo("on");
        assertThat(put.url().query()).isEqualTo("mode=m");
        assertThat(put.body()).isNotNull();
    }

    public static void createsCallsOfAnOperationWithoutParameters() {
        assertThat(RETROFIT.create(DefaultApi.class).delete("a").request().url().toString())
                .isEqualTo("https://example.com/things/a");
    }
}
