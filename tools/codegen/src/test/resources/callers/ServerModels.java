import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.model.Animal;
import io.github.triggerapi.server.model.Contact;
import io.github.triggerapi.server.model.Dog;
import io.github.triggerapi.server.model.Order;
import io.github.triggerapi.server.model.OrderCancel;
import io.github.triggerapi.server.model.Result;
import io.github.triggerapi.server.model.State;
import io.github.triggerapi.server.model.Thing;
import io.github.triggerapi.server.model.ThingAt;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

/** Each public method is a test. */
public final class ServerModels {

    private static final String REQUIRED = "\"id\":\"a1\",\"level\":1,\"extra\":null,\"when\":\"2025-01-31T12:00:00Z\"";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ServerModels() {}

    public static void writesEachShapeAsItWasRead() throws JsonProcessingException {
        for (String members : List.of(
                "'large':9007199254740993",
                "'2nd':0.1234567890123456789",
                "'state':'on'",
                "'state':'brand new'",
                "'free':{'a':[1.50,null,0.1234567890123456789]}",
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
                "'maybe_when':null",
                "'maybe_when':'2025-01-31T12:00:00Z'",
                "'maybeTtl':null",
                "'maybeTtl':'1h'",
                "'at':'2025-01-31T12:00:00Z'",
                "'at':'tomorrow'",
                "'mixed':['a']",
                "'mixed':[1,2]",
                "'mixed':true",
                "'always':true",
                "'kind':'thing'",
                "'parent':{'id':'a2','level':null,'extra':{},'when':'2025-01-31T12:00:00Z'}",
                "'children':[{'id':'a2','level':2,'extra':0,'when':'2025-01-31T12:00:00Z'}]",
                "'inline':{'deep':{'x':1}}",
                "'animal':{'species':'cat','lives':9}",
                "'animal':{'species':'dog','bark':'wuff','age':5}",
                "'result':{'format':'csv','rows':'a,b'}",
                "'result':{'format':'json','rows':[{'a':1.50}]}",
                "'unlisted':{'a':[null]}")) {
            String json = "{" + REQUIRED + "," + members.replace('\'', '"') + "}";

            // As trees, as nullable members are written last.
            assertThat(EXACT.readTree(MAPPER.writeValueAsString(MAPPER.readValue(json, Thing.class))))
                    .isEqualTo(EXACT.readTree(json));
        }
    }

    public static void distinguishesAbsentAndNullMembers() throws JsonProcessingException {
        assertThat(MAPPER.readValue("{}", Thing.class).hasMaybe()).isFalse();
        assertThat(MAPPER.readValue("{\"maybe\":null}", Thing.class).hasMaybe()).isTrue();
        assertThat(MAPPER.readValue("{\"maybe\":\"on\"}", Thing.class).maybe()).isEqualTo(State.ON);
    }

    public static void rejectsNullOfMembersThatAreNotNullable() {
        for (String member : List.of("id", "when", "labels", "times", "state", "ttl", "animal", "free")) {
            assertThatThrownBy(() -> MAPPER.readValue("{\"" + member + "\":null}", Thing.class))
                    .as(member)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("\"" + member + "\"");
        }
        for (String json : List.of("{\"times\":[null]}", "{\"labels\":{\"a\":null}}")) {
            assertThatThrownBy(() -> MAPPER.readValue(json, Thing.class))
                    .as(json)
                    .isInstanceOf(JsonMappingException.class);
        }
    }

    public static void rejectsOtherKindsOfValuesWithTheName() {
        for (String member : List.of("'when':'soon'", "'when':5", "'free':[]", "'free':'a'", "'times':['a']")) {
            String name = member.substring(1, member.indexOf('\'', 1));
            assertThatThrownBy(() -> MAPPER.readValue("{" + member.replace('\'', '"') + "}", Thing.class))
                    .as(member)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("[\"" + name + "\"]");
        }
    }

    public static void additionalMembersHaveTheDocumentedType() throws JsonProcessingException {
        Dog dog = MAPPER.readValue("{\"species\":\"dog\",\"age\":5}", Dog.class);

        assertThat(dog.additionalProperties()).isEqualTo(Map.of("age", 5L));
    }

    public static void validatesAnyOfChoices() throws ReflectiveOperationException, IOException {
        for (String json : List.of(
                "{'mail':'a'}", "{'phone':'a'}", "{'street':null,'town':'a'}", "{'mail':'a','phone':'a','town':'a'}")) {
            assertThat(isValid(json, Contact.class, "isAnyOf")).as(json).isTrue();
        }
        for (String json : List.of("{}", "{'street':'a'}", "{'town':'a'}")) {
            assertThat(isValid(json, Contact.class, "isAnyOf")).as(json).isFalse();
        }
    }

    public static void validatesOneOfChoices() throws ReflectiveOperationException, IOException {
        for (String json : List.of("{'kind':'cancel','id':'a'}", "{'kind':'cancel','ids':['a']}")) {
            assertThat(isValid(json, OrderCancel.class, "isOneOf")).as(json).isTrue();
        }
        for (String json : List.of("{'kind':'cancel'}", "{'kind':'cancel','id':'a','ids':['a']}")) {
            assertThat(isValid(json, OrderCancel.class, "isOneOf")).as(json).isFalse();
        }
    }

    /** Returns the result of an annotated method, which Bean Validation calls. */
    private static boolean isValid(String json, Class<?> type, String property)
            throws ReflectiveOperationException, IOException {
        Object object = MAPPER.readValue(json.replace('\'', '"'), type);
        Method method = type.getDeclaredMethod(property);
        assertThat(method.isAnnotationPresent(AssertTrue.class)).isTrue();
        assertThat(MAPPER.valueToTree(object).has("oneOf")).isFalse();
        method.setAccessible(true);
        return (boolean) method.invoke(object);
    }

    public static void requiredMembersOfChoicesSelectTheVariant() throws JsonProcessingException {
        assertThat(MAPPER.readValue("{\"from\":\"a\",\"id\":\"a\"}", Order.class).kind())
                .isEqualTo(Order.Kind.OPTION2);
        assertThat(MAPPER.readValue("{\"id\":\"a\"}", Order.class).kind()).isEqualTo(Order.Kind.FREE);
    }

    public static void discriminatorsOrMembersSelectTheVariant() throws JsonProcessingException {
        assertThat(MAPPER.readValue("{\"species\":\"cat\",\"lives\":9}", Animal.class).kind())
                .isEqualTo(Animal.Kind.CAT);
        assertThat(MAPPER.readValue("{\"format\":\"json\",\"rows\":[]}", Result.class).kind())
                .isEqualTo(Result.Kind.JSON);
        assertThat(MAPPER.readValue("\"2025-01-31T12:00:00Z\"", ThingAt.class).kind())
                .isEqualTo(ThingAt.Kind.DATE_TIME);
        assertThatThrownBy(() -> MAPPER.readValue("{\"species\":\"fish\"}", Animal.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("Animal");
    }
}
