package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.internal.json.JsonMember;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** The fields of forms in the interfaces of both artifacts. */
class RoutesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** A form as generated for the client. */
    public static final class ClientForm extends AbstractMap<String, String> {

        @JsonMember("grant_type")
        private final String grantType = "";

        public String grantType() {
            return grantType;
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }
    }

    interface ClientApi {

        @POST("token")
        @FormUrlEncoded
        ApiCall<Void> token(@FieldMap ClientForm body);
    }

    /** A form as generated for the stubs. */
    public static class ServerForm {

        @FormParam("grant_type")
        private String grantType = "";

        public String grantType() {
            return grantType;
        }
    }

    @Path("/")
    interface ServerApi {

        @jakarta.ws.rs.POST
        @Path("token")
        @Consumes(FORM)
        void token(@BeanParam ServerForm body);
    }

    @Test
    void formsHaveFields() {
        assertThat(ClientRoutes.of(ClientApi.class)).singleElement().satisfies(RoutesTest::isForm);
        assertThat(ServerRoutes.of(ServerApi.class)).singleElement().satisfies(RoutesTest::isForm);
    }

    private static void isForm(Route route) {
        assertThat(route.bodyType()).isEqualTo(FORM);
        assertThat(route.fields()).containsOnlyKeys("grant_type");
        assertThat(route.parameters()).isEmpty();
    }
}
