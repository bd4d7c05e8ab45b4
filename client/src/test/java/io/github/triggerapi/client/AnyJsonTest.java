package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.model.TriggerTaskRequestBody;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The members payload and context, which may be any JSON. */
class AnyJsonTest {

    private record Order(String number, int items) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'payload':null}",
                "{'payload':null,'context':null}",
                "{'payload':{'a':null,'b':[null,{}]},'context':[]}",
                "{'payload':'','context':false}",
                "{'payload':9007199254740993,'context':0.1234567890123456789}",
                "{'payload':[1.0,1e2,123456789012345678901234567890]}",
                "{'payload':'<a href=\\u0027#\\u0027>'}"
            })
    void writesAnyValueAsItWasRead(String quoted) {
        String json = quoted.replace('\'', '"').replace("<", "\\u003c").replace(">", "\\u003e");
        json = json.replace("=", "\\u003d");
        for (GsonSettings gson : GsonSettings.values()) {
            assertThat(gson.write(gson.read(json, TriggerTaskRequestBody.class)))
                    .isEqualTo(json);
        }
    }

    @Test
    void absentAndNullAreDifferent() {
        TriggerTaskRequestBody absent = TriggerTaskRequestBody.builder().build();
        TriggerTaskRequestBody isNull =
                TriggerTaskRequestBody.builder().payload(null).build();

        assertThat(absent.payload()).isNull();
        assertThat(isNull.payload()).isEqualTo(JsonNull.INSTANCE);
        assertThat(absent).isNotEqualTo(isNull);
        assertThat(GsonSettings.WITH_NULLS.write(absent)).isEqualTo("{}");
        assertThat(GsonSettings.PLAIN.write(isNull)).isEqualTo("{\"payload\":null}");
    }

    @ParameterizedTest
    @EnumSource
    void writesObjectsOfTheApplication(GsonSettings gson) {
        assertThat(payload(gson, new Order("7", 2))).isEqualTo("{'number':'7','items':2}");
        assertThat(payload(gson, Map.of("a", List.of(1, "b")))).isEqualTo("{'a':[1,'b']}");
        assertThat(payload(gson, List.of(new Order("7", 2)))).isEqualTo("[{'number':'7','items':2}]");
        assertThat(payload(gson, new BigDecimal("0.1234567890123456789"))).isEqualTo("0.1234567890123456789");
        assertThat(payload(gson, 9007199254740993L)).isEqualTo("9007199254740993");
        assertThat(payload(gson, "text")).isEqualTo("'text'");
        assertThat(payload(gson, true)).isEqualTo("true");
    }

    @ParameterizedTest
    @EnumSource
    void treeKeepsItsNulls(GsonSettings gson) {
        JsonElement tree = JsonParser.parseString("{\"a\":null,\"b\":{\"c\":[null]}}");

        assertThat(payload(gson, tree)).isEqualTo("{'a':null,'b':{'c':[null]}}");
    }

    /** Another serializer may write it. */
    @Test
    void holdsObjectOfTheApplicationThatGsonCannotWrite() {
        List<Object> payload = List.of(Instant.EPOCH, new Unwritable());
        TriggerTaskRequestBody body =
                TriggerTaskRequestBody.builder().payload(payload).build();

        assertThat(body.payload()).isSameAs(payload);
        assertThat(body.toBuilder().build()).isEqualTo(body).hasSameHashCodeAs(body);
        assertThat(body)
                .isNotEqualTo(
                        TriggerTaskRequestBody.builder().payload(List.of()).build());
    }

    private static final class Unwritable {
        @Override
        public String toString() {
            throw new AssertionError("not to be shown");
        }
    }

    @Test
    void stringFormHidesAnyJson() {
        TriggerTaskRequestBody.Builder body = TriggerTaskRequestBody.builder();

        assertThat(body.build()).hasToString("TriggerTaskRequestBody()");
        assertThat(body.payload(null).context(new Unwritable()).build())
                .hasToString("TriggerTaskRequestBody(payload=null, context=<not shown>)");
        assertThat(body.payload("Ada")
                        .context(JsonParser.parseString("{'a':'Ada'}"))
                        .putAdditionalProperty("x", "Ada")
                        .build())
                .hasToString("TriggerTaskRequestBody(payload=<not shown>, context=<not shown>,"
                        + " additionalProperties={x=<not shown>})");
    }

    private static String payload(GsonSettings gson, Object payload) {
        String json =
                gson.write(TriggerTaskRequestBody.builder().payload(payload).build());
        return json.replace('"', '\'').replaceFirst("^\\{'payload':(.*)}$", "$1");
    }

    private interface AnyBody {
        @POST("any")
        ApiCall<Void> send(@Body JsonObject body);
    }

    @Test
    void bodyOfAnyJsonKeepsItsNulls() {
        try (HttpStub server = HttpStub.triggering();
                TriggerClient client = server.client()) {
            JsonObject body =
                    JsonParser.parseString("{'a':null,'b':{'c':null}}").getAsJsonObject();

            client.api(AnyBody.class).send(body).send();

            assertThat(server.request().body()).isEqualTo(body.toString());
        }
    }
}
