import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.api.GetThingQuery;
import io.github.triggerapi.server.api.PutThingQuery;
import io.github.triggerapi.server.api.ThingsApi;
import io.github.triggerapi.server.model.State;
import io.github.triggerapi.server.model.Thing;
import java.time.OffsetDateTime;

/** Each public method is a test. */
public final class Server {

    private Server() {}

    private static final class Things implements ThingsApi {

        private String put = "";

        @Override
        public Thing getThing(String thingId, String trace, GetThingQuery query) {
            return Thing.builder()
                    .id(thingId)
                    .level(null)
                    .extra(null)
                    .when(OffsetDateTime.parse("2025-01-31T12:00:00Z"))
                    .state(State.OFF)
                    .build();
        }

        @Override
        public void putThing(String thingId, Thing body, PutThingQuery query) {
            put = thingId;
        }
    }

    public static void operationsAreAnswered() throws JsonProcessingException {
        ThingsApi things = new Things();

        assertThat(new ObjectMapper().writeValueAsString(things.getThing("a1", null, new GetThingQuery())))
                .contains("\"id\":\"a1\"", "\"state\":\"off\"");
    }

    public static void nothingIsReturnedWhereThereIsNoBody() {
        Things things = new Things();

        ((ThingsApi) things).putThing("a1", null, new PutThingQuery());

        assertThat(things.put).isEqualTo("a1");
    }
}
