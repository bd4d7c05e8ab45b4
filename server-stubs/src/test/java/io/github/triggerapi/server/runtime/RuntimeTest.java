package io.github.triggerapi.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.model.QueueOptions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URISyntaxException;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.Dispatcher;
import org.junit.jupiter.api.Test;

/** The responses of a runtime with the feature, without a connection. */
class RuntimeTest {

    /** An operation with a success and a range of successes. */
    @Path("/")
    public static class Resource {

        @GET
        @Path("reports/{status}")
        @Produces("application/json")
        @DocumentedResponse(status = "201", body = QueueOptions.class)
        @DocumentedResponse(status = "2XX", body = QueueOptions.class)
        public QueueOptions report(@PathParam("status") int status) {
            QueueOptions body = QueueOptions.builder().name("a").build();
            if (status == 0) {
                return body;
            }
            throw DocumentedSuccess.of(status, "application/json", body).header("X-Page", 7);
        }

        @OPTIONS
        @Path("own")
        public Response own() {
            return Response.ok("what this is for").allow("GET").build();
        }
    }

    private static MockHttpResponse send(MockHttpRequest request) {
        Dispatcher dispatcher = MockDispatcherFactory.createDispatcher();
        dispatcher.getProviderFactory().register(TriggerApiFeature.withoutKeyCheck());
        dispatcher.getRegistry().addPerRequestResource(Resource.class);
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        return response;
    }

    @Test
    void returnedBodyHasTheDocumentedStatusAndThrownSuccessItsOwn() throws URISyntaxException {
        assertThat(send(MockHttpRequest.get("/reports/0")).getStatus()).isEqualTo(201);
        for (int status : new int[] {200, 201, 202}) {
            MockHttpResponse response = send(MockHttpRequest.get("/reports/" + status));
            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getOutputHeaders()).containsOnlyKeys("Content-Type", "X-Page");
        }
    }

    @Test
    void onlyTheListOfMethodsIsRemovedFromOptions() throws Exception {
        MockHttpResponse automatic = send(MockHttpRequest.options("/reports/0"));
        assertThat(automatic.getOutputHeaders().getFirst("Allow").toString()).contains("GET");
        assertThat(automatic.getContentAsString()).isEmpty();

        assertThat(send(MockHttpRequest.options("/own")).getContentAsString()).isEqualTo("what this is for");
    }
}
