package io.github.triggerapi.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.model.BoundedError;
import io.github.triggerapi.server.model.ErrorResponse;
import io.github.triggerapi.server.model.QueueOptions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors have the form that the interfaces give them. */
class ErrorFormTest {

    /** An interface with several forms of errors. */
    interface Api {
        @DocumentedResponse(status = "200", body = QueueOptions.class)
        @DocumentedResponse(status = "400", body = ErrorResponse.class, mediaType = "application/problem+json")
        @DocumentedResponse(status = "401")
        @DocumentedResponse(status = "404", mediaType = "text/plain")
        @DocumentedResponse(status = "406", mediaType = "text/html")
        @DocumentedResponse(status = "409", body = JsonNode.class)
        @DocumentedResponse(status = "410", body = BoundedError.class)
        @DocumentedResponse(status = "5XX", body = QueueOptions.class)
        void first();

        @DocumentedResponse(status = "400", body = ErrorResponse.class)
        @DocumentedResponse(status = "default", body = ErrorResponse.class)
        void second();
    }

    /** An interface without errors. */
    interface WithoutErrors {
        @DocumentedResponse(status = "200", body = QueueOptions.class)
        void only();
    }

    private static final ErrorBodies ERRORS = ErrorBodies.of(List.of(Api.class));

    private static ErrorForm form(int status) throws NoSuchMethodException {
        return ERRORS.form(
                status,
                Arrays.asList(Api.class.getDeclaredMethod("first").getAnnotationsByType(DocumentedResponse.class)));
    }

    private static String described(ErrorForm form, int status) {
        return form.mediaType() + " " + form.body(status, "why");
    }

    @Test
    void hasTheFormOfTheOperation() throws NoSuchMethodException {
        assertThat(described(form(400), 400)).isEqualTo("application/problem+json {\"error\":\"why\"}");
        assertThat(described(form(401), 401)).isEqualTo("null null");
        assertThat(described(form(404), 404)).isEqualTo("text/plain why");
        assertThat(described(form(406), 406)).isEqualTo("application/json {\"error\":\"why\"}");
        assertThat(described(form(409), 409)).isEqualTo("application/json {\"error\":\"why\"}");
        // No member of the model has a name for messages, and none is required.
        assertThat(described(form(503), 503)).isEqualTo("application/json {}");
    }

    @Test
    void valuesHaveTheLengthsAndBoundsOfTheirMembers() throws NoSuchMethodException {
        assertThat(described(form(410), 410))
                .isEqualTo("application/json {\"error\":\"why  \",\"code\":99,\"above\":1000,\"rate\":1.5}");
        assertThat(form(410).body(410, "the reason"))
                .hasToString(form(410).body(410, "the reas").toString());
    }

    @Test
    void hasTheUsualFormIfNoneIsDocumentedForTheStatus() throws NoSuchMethodException {
        assertThat(described(form(418), 418)).isEqualTo("application/json {\"error\":\"why\"}");
        assertThat(described(ErrorBodies.of(List.of(WithoutErrors.class)).usual(400), 400))
                .isEqualTo("application/json {\"error\":\"why\"}");
        assertThat(described(ErrorBodies.of(List.of()).usual(400), 400))
                .isEqualTo("application/json {\"error\":\"why\"}");
    }
}
