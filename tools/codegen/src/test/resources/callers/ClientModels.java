import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import io.github.triggerapi.client.model.Animal;
import io.github.triggerapi.client.model.Cat;
import io.github.triggerapi.client.model.Contact;
import io.github.triggerapi.client.model.Dog;
import io.github.triggerapi.client.model.Order;
import io.github.triggerapi.client.model.Result;
import io.github.triggerapi.client.model.State;
import io.github.triggerapi.client.model.Thing;
import io.github.triggerapi.client.model.ThingAt;
import io.github.triggerapi.client.model.ThingMixed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Each public method is a test. */
public final class ClientModels {

    private static final String REQUIRED = "\"id\":\"a1\",\"level\":1,\"extra\":null,\"when\":\"2025-01-31T12:00:00Z\"";
    private static final List<Gson> GSONS = List.of(new Gson(), new GsonBuilder().serializeNulls().create());

    private ClientModels() {}

    public static void writesEachShapeAsItWasRead() {
        for (String members : List.of(
                "'large':9007199254740993",
                "'2nd':0.1234567890123456789",
                "'state':'on'",
                "'state':'brand new'",
                "'free':{'a':[1.50,null]}",
                "'nullableFree':null",
                "'nullableFree':{'a':null}",
                "'labels':{'a':'b'}",
                "'moments':{'a':'2025-01-31T12:00:00Z'}",
                "'anything':[1.50,null,{'a':0.1234567890123456789}]",
                "'times':['2025-01-31T12:00:00Z','2025-01-31T12:00:00.123456789+05:30']",
                "'matrix':[[1,2.50],[]]",
                "'ttl':0.50",
                "'tags':['a']",
                "'wrapped':['a']",
                "'maybe':null",
                "'maybe':'off'",
                "'maybeTtl':null",
                "'maybeTtl':'1h'",
                "'at':'2025-01-31T12:00:00Z'",
                "'at':'tomorrow'",
                "'mixed':['a']",
                "'mixed':[1,2]",
                "'mixed':true",
                "'mixed':[1.5]",
                "'always':true",
                "'kind':'thing'",
                "'parent':{'id':'a2','level':null,'extra':{},'when':'2025-01-31T12:00:00Z'}",
                "'children':[{'id':'a2','level':2,'extra':0,'when':'2025-01-31T12:00:00Z'}]",
                "'inline':{'deep':{'x':1}}",
                "'animal':{'species':'cat','lives':9}",
                "'animal':{'species':'dog','bark':'wuff','age':5}",
                "'animal':{'species':'fish'}",
                "'result':{'format':'csv','rows':'a,b'}",
                "'result':{'format':'json','rows':[{'a':1.50}]}",
                "'unlisted':{'a':[null]}")) {
            String json = "{" + REQUIRED + "," + members.replace('\'', '"') + "}";
            for (Gson gson : GSONS) {
                assertThat(gson.toJson(gson.fromJson(json, Thing.class))).isEqualTo(json);
            }
        }
    }

    public static final class Place {
        private String town;
        private int[] floors;
    }

    public static void readsAnyJsonAsAnObject() {
        String json = REQUIRED.replace("null", "{\"town\":\"Rome\",\"floors\":[1,2]}") + ",\"free\":{\"a\":\"b\"}";
        Thing thing = new Gson().fromJson("{" + json + "}", Thing.class);

        assertThat(thing.extra(Place.class).town).isEqualTo("Rome");
        assertThat(thing.extra(Place.class).floors).containsExactly(1, 2);
        assertThat((Object) thing.free(Map.class)).isEqualTo(Map.of("a", "b"));
        assertThat(thing.free(JsonObject.class)).isSameAs(thing.free());
        assertThat((Object) thing.nullableFree(Map.class)).isNull();
        assertThatThrownBy(() -> thing.extra(String.class)).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> thing.extra(Instant.class)).hasMessageContaining("read a string or a JsonElement");

        assertThat(thing.toBuilder().extra(null).build().extra(Place.class)).isNull();
        assertThat(thing.toBuilder().extra(List.of(7)).build().extra(int[].class)).containsExactly(7);
    }

    public static void distinguishesAbsentAndNullMembers() {
        Thing absent = thing().build();
        Thing isNull = thing().maybe((State) null).build();
        Thing value = thing().maybe(State.OFF).build();

        assertThat(List.of(absent.hasMaybe(), isNull.hasMaybe(), value.hasMaybe())).containsExactly(false, true, true);
        assertThat(isNull.maybe()).isNull();
        assertThat(absent).isNotEqualTo(isNull);
        assertThat(isNull.toBuilder().build()).isEqualTo(isNull);
        for (Gson gson : GSONS) {
            assertThat(gson.toJson(absent)).doesNotContain("maybe");
            assertThat(gson.toJson(isNull)).contains("\"maybe\":null");
            assertThat(gson.toJson(value)).contains("\"maybe\":\"off\"");
        }
    }

    public static void requiredNullableMembersMustBeSet() {
        assertThatThrownBy(() -> Thing.builder().id("a1").extra(1).when(OffsetDateTime.MIN).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Thing.level");
        assertThat(thing().level(null).build().level()).isNull();
    }

    public static void requiredMembersOfAnyTypeMayBeNull() {
        assertThat(thing().extra(null).build().extra()).hasToString("null");
        assertThatThrownBy(() -> Thing.builder().id("a1").level(1).when(OffsetDateTime.MIN).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Thing.extra");
    }

    public static void enumsKeepUnknownValues() {
        State state = new Gson().fromJson("\"brand new\"", State.class);

        assertThat(state.isKnown()).isFalse();
        assertThat(state.value()).isEqualTo("brand new");
        assertThat(state).isEqualTo(State.of("brand new")).isNotEqualTo(State.ON);
        assertThat(State.of("on")).isSameAs(State.ON);
        assertThat(State.known()).extracting(State::value).containsExactly("on", "off", "2x", "class", "");
    }

    public static void writesDateTimesWithSecondsAndOffset() {
        for (String time : List.of("2025-01-31T12:00:00Z", "2025-01-31T12:00:00+02:00", "2025-01-31T12:00:00.5Z")) {
            Thing thing = thing().when(OffsetDateTime.parse(time)).build();

            assertThat(new Gson().toJson(thing)).contains("\"when\":\"" + time + "\"");
        }
        assertThatThrownBy(() -> new Gson().fromJson("{\"when\":\"yesterday\"}", Thing.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("$.when");
    }

    public static void defaultsAreSeparateAccessors() {
        Thing thing = thing().build();

        assertThat(thing.default_()).isNull();
        assertThat(thing.default_OrDefault()).isTrue();
        assertThat(thing._2ndOrDefault()).isEqualTo(new BigDecimal("0.5"));
        assertThat(thing.stateOrDefault()).isEqualTo(State.ON);
        assertThat(thing().default_(false).build().default_OrDefault()).isFalse();
        assertThat(new Gson().toJson(thing)).doesNotContain("default");
    }

    public static void additionalMembersHaveTheDocumentedType() {
        Dog dog = new Gson().fromJson("{\"species\":\"dog\",\"age\":5}", Dog.class);
        Map<String, Long> more = dog.additionalProperties();

        assertThat(more).isEqualTo(Map.of("age", 5L));
        assertThatThrownBy(() -> new Gson().fromJson("{\"species\":\"dog\",\"age\":\"5\"}", Dog.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("$.age");
    }

    public static void freeObjectsMayBeSetToMaps() {
        assertThat(new Gson().toJson(thing().free(Map.of("a", 1)).build())).contains("\"free\":{\"a\":1}");
        assertThatThrownBy(() -> new Gson().fromJson("{\"free\":[]}", Thing.class))
                .isInstanceOf(JsonSyntaxException.class);
        assertThat(new Gson().fromJson("{\"free\":null}", Thing.class).free()).isNull();
    }

    public static void discriminatorsSelectTheVariant() {
        Gson gson = new Gson();
        Animal cat = gson.fromJson("{\"species\":\"cat\",\"lives\":9}", Animal.class);
        Animal dog = gson.fromJson("{\"species\":\"dog\"}", Animal.class);

        assertThat(cat.asCat().lives()).isEqualTo(9);
        assertThat(dog.kind()).isEqualTo(Animal.Kind.DOG);
        assertThat(gson.fromJson("{\"species\":\"fish\"}", Animal.class).kind()).isEqualTo(Animal.Kind.UNKNOWN);
        assertThat(gson.toJson(Animal.of(Cat.builder().species("cat").lives(9).build())))
                .isEqualTo("{\"species\":\"cat\",\"lives\":9}");
    }

    public static void membersSelectTheVariantWithoutDiscriminator() {
        Gson gson = new Gson();

        assertThat(gson.fromJson("{\"format\":\"csv\",\"rows\":\"a\"}", Result.class).kind())
                .isEqualTo(Result.Kind.CSV);
        assertThat(gson.fromJson("{\"format\":\"json\",\"rows\":[]}", Result.class).kind())
                .isEqualTo(Result.Kind.JSON);
        assertThat(gson.fromJson("{\"rows\":\"a\"}", Result.class).kind()).isEqualTo(Result.Kind.CSV);
    }

    public static void choicesOfRequiredMembersAreOneClass() {
        Gson gson = new Gson();

        for (String json : List.of("{}", "{\"mail\":\"a\"}", "{\"mail\":\"a\",\"phone\":\"b\"}")) {
            // The server validates which of them are present.
            assertThat(gson.toJson(gson.fromJson(json, Contact.class))).isEqualTo(json);
        }
    }

    public static void requiredMembersOfChoicesSelectTheVariant() {
        Gson gson = new Gson();

        assertThat(gson.fromJson("{\"kind\":\"cancel\",\"id\":\"a\"}", Order.class).kind())
                .isEqualTo(Order.Kind.CANCEL);
        assertThat(gson.fromJson("{\"from\":\"a\",\"id\":\"a\"}", Order.class).kind())
                .isEqualTo(Order.Kind.OPTION2);
        assertThat(gson.fromJson("{\"id\":\"a\"}", Order.class).kind()).isEqualTo(Order.Kind.FREE);
    }

    public static void moreSpecificVariantsAreMatchedFirst() {
        Gson gson = new Gson();

        assertThat(gson.fromJson("\"2025-01-31T12:00:00Z\"", ThingAt.class).kind()).isEqualTo(ThingAt.Kind.DATE_TIME);
        assertThat(gson.fromJson("\"soon\"", ThingAt.class).kind()).isEqualTo(ThingAt.Kind.STRING);
        assertThat(gson.fromJson("[1,2]", ThingMixed.class).kind()).isNotEqualTo(ThingMixed.Kind.UNKNOWN);
        assertThat(gson.fromJson("[1e99999]", ThingMixed.class).kind()).isEqualTo(ThingMixed.Kind.UNKNOWN);
    }

    public static void errorsInUnionsNameThePath() {
        assertThatThrownBy(() -> new Gson()
                        .fromJson("{\"result\":{\"format\":\"json\",\"rows\":[5]}}", Thing.class))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("$.result")
                .hasMessageContaining("rows");
    }

    public static void jacksonWritesAndReadsTheJsonOfGson() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        Thing thing = thing().parent(thing().extra(null).build())
                .putAdditionalProperty("more", JsonParser.parseString("{\"a\":[null,1.50,true,9007199254740993]}"))
                .build();
        String json = new Gson().toJson(thing);

        assertThat(mapper.writeValueAsString(thing)).isEqualTo(json);
        assertThat(new Gson().toJson(mapper.readValue(json, Thing.class))).isEqualTo(json.replace("1.50", "1.5"));
        for (String at : List.of("\"2025-01-31T12:00:00Z\"", "\"soon\"", "5")) {
            ThingAt value = mapper.readValue(at, ThingAt.class);
            assertThat(value.kind()).isEqualTo(new Gson().fromJson(at, ThingAt.class).kind());
            assertThat(mapper.writeValueAsString(List.of(value))).isEqualTo("[" + at + "]");
        }
        assertThat(mapper.writeValueAsString(mapper.readValue("\"x\"", State.class))).isEqualTo("\"x\"");
        assertThatThrownBy(() -> mapper.readValue("{\"id\":5}", Thing.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("$.id");
    }

    public static void instantIsDateTimeInUtc() {
        assertThat(thing().when(Instant.parse("2025-01-31T12:00:00Z")).build()).isEqualTo(thing().build());
        assertThatThrownBy(() -> thing().when(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
    }

    public static void typesMayBeRecursive() {
        Thing child = thing().id("a2").build();
        Thing thing = thing().parent(child).children(List.of(child, child)).build();

        assertThat(new Gson().fromJson(new Gson().toJson(thing), Thing.class)).isEqualTo(thing);
        assertThat(thing.hashCode()).isEqualTo(thing.toBuilder().build().hashCode());
    }

    private static Thing.Builder thing() {
        return Thing.builder().id("a1").level(1).extra(new JsonPrimitive("any")).when(OffsetDateTime.parse("2025-01-31T12:00:00Z"));
    }
}
