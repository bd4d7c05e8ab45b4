package io.github.triggerapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.ApiResponse;
import io.github.triggerapi.client.error.OtherSuccessException;
import io.github.triggerapi.client.error.ServerErrorException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.client.model.ErrorResponse;
import io.github.triggerapi.client.model.TriggerTaskResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;
import retrofit2.http.GET;

/** Operations with several successes, each with a body of its own. */
class SeveralSuccessesTest {

    private static final String RUN = "{\"id\":\"run_1\"}";
    private static final String OTHER = "{\"error\":\"not yet\"}";

    private interface Jobs {
        @GET("run")
        @DocumentedResponse(status = "200", body = TriggerTaskResponse.class)
        @DocumentedResponse(status = "201", body = TriggerTaskResponse.class)
        @DocumentedResponse(status = "202", body = ErrorResponse.class, otherType = true)
        @DocumentedResponse(status = "203", mediaType = "text/plain", otherType = true)
        @DocumentedResponse(status = "204")
        @DocumentedResponse(status = "207", body = JsonElement.class, otherType = true)
        @DocumentedResponse(status = "208")
        @DocumentedResponse(status = "default", body = ErrorResponse.class)
        ApiCall<TriggerTaskResponse> run();

        @GET("void")
        @DocumentedResponse(status = "200")
        @DocumentedResponse(status = "2XX", body = ErrorResponse.class, otherType = true)
        ApiCall<Void> nothing();

        @GET("default")
        @DocumentedResponse(status = "default", body = ErrorResponse.class, otherType = true)
        ApiCall<Void> onlyDefault();
    }

    @Test
    void bodyOfAnotherSuccessHasItsOwnType() throws Exception {
        try (HttpStub server = HttpStub.json(202, OTHER);
                TriggerClient client = server.client()) {
            for (ApiResponse<TriggerTaskResponse> response : List.of(
                    client.api(Jobs.class).run().exchange(),
                    client.api(Jobs.class).run().exchangeAsync().get())) {
                assertThat(response.status()).isEqualTo(202);
                assertThat(response.body()).isNull();
                assertThat(response.bodyAs(ErrorResponse.class).map(ErrorResponse::error))
                        .hasValue("not yet");
                assertThat(response.bodyAs(TriggerTaskResponse.class)).isEmpty();
                assertThat(response)
                        .hasToString("ApiResponse(202, "
                                + response.bodyAs(ErrorResponse.class).get() + ")");
            }
        }
    }

    @Test
    void sendFailsWithTheBodyOfAnotherSuccess() {
        List<CallSummary> summaries = new CopyOnWriteArrayList<>();
        try (HttpStub server = HttpStub.json(202, OTHER);
                TriggerClient client = server.builder().observer(summaries::add).build()) {
            OtherSuccessException blocking = catchThrowableOfType(
                    OtherSuccessException.class,
                    () -> client.api(Jobs.class).run().send());
            Throwable async = catchThrowable(
                    () -> client.api(Jobs.class).run().sendAsync().get());

            assertThat(async).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(OtherSuccessException.class);
            assertThat(blocking)
                    .hasMessage("GET /run returned 202 with a body of another type than the call returns;"
                            + " ApiCall.exchange returns such a response");
            assertThat(blocking.status()).isEqualTo(202);
            assertThat(blocking.body()).isEqualTo(OTHER);
            assertThat(blocking.bodyAs(ErrorResponse.class).map(ErrorResponse::error))
                    .hasValue("not yet");
            assertThat(summaries)
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.failure()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 206})
    void theTypeOfTheCallIsThatOfEqualAndOfUnknownSuccesses(int status) {
        try (HttpStub server = HttpStub.json(status, RUN);
                TriggerClient client = server.client()) {
            assertThat(client.api(Jobs.class).run().send().id()).isEqualTo("run_1");
            assertThat(client.api(Jobs.class)
                            .run()
                            .exchange()
                            .bodyAs(TriggerTaskResponse.class)
                            .map(TriggerTaskResponse::id))
                    .hasValue("run_1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 208})
    void aSuccessMayHaveNoBody(int status) {
        try (HttpStub server = HttpStub.json(status, "");
                TriggerClient client = server.client()) {
            ApiResponse<TriggerTaskResponse> response =
                    client.api(Jobs.class).run().exchange();

            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body()).isNull();
            assertThat(response.bodyAs(ErrorResponse.class)).isEmpty();
            assertThat(client.api(Jobs.class).run().send()).isNull();
        }
    }

    @Test
    void textIsRaw() throws IOException {
        try (HttpStub server = HttpStub.responding(203, "text/plain", "later");
                TriggerClient client = server.client()) {
            ApiResponse<TriggerTaskResponse> response =
                    client.api(Jobs.class).run().exchange();

            assertThat(response.bodyAs(ResponseBody.class).orElseThrow().string())
                    .isEqualTo("later");
        }
    }

    @Test
    void arraysHaveTheTypeOfAToken() {
        try (HttpStub server = HttpStub.json(207, "[" + OTHER + "]");
                TriggerClient client = server.client()) {
            ApiResponse<TriggerTaskResponse> response =
                    client.api(Jobs.class).run().exchange();

            assertThat(response.bodyAs(new TypeToken<List<ErrorResponse>>() {}).orElseThrow())
                    .extracting(ErrorResponse::error)
                    .containsExactly("not yet");
            assertThat(response.bodyAs(ErrorResponse.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"201", "299"})
    void aCallThatReturnsNothingIgnoresABodyThatExchangeReturns(int status) {
        try (HttpStub server = HttpStub.json(status, OTHER);
                TriggerClient client = server.client()) {
            for (ApiCall<Void> call : List.of(
                    client.api(Jobs.class).nothing(), client.api(Jobs.class).onlyDefault())) {
                assertThat(call.clone().send()).isNull();
                assertThat(call.exchange().bodyAs(ErrorResponse.class).map(ErrorResponse::error))
                        .hasValue("not yet");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]"})
    void aBodyThatDoesNotMatchTheSpecFailsTheCall(String body) {
        try (HttpStub server = HttpStub.json(202, body);
                TriggerClient client = server.client()) {
            assertThat(catchThrowable(() -> client.api(Jobs.class).run().exchange()))
                    .isInstanceOf(UnexpectedResponseException.class);
            assertThat(client.api(Jobs.class).run().exchangeAsync())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withCauseInstanceOf(UnexpectedResponseException.class);
        }
    }

    @Test
    void errorsRemainErrors() {
        try (HttpStub server = HttpStub.json(500, OTHER);
                TriggerClient client = server.client()) {
            assertThat(catchThrowableOfType(
                                    ServerErrorException.class,
                                    () -> client.api(Jobs.class).run().exchange())
                            .error(ErrorResponse.class)
                            .map(ErrorResponse::error))
                    .hasValue("not yet");
        }
    }

    /** Retrofit's own methods have no place for a body of another type. */
    @Test
    void executeReturnsTheBodyOfAnotherSuccessAsBytes() throws IOException {
        try (HttpStub server = HttpStub.json(202, OTHER);
                TriggerClient client = server.client()) {
            Response<TriggerTaskResponse> response =
                    client.api(Jobs.class).run().execute();

            assertThat(response.body()).isNull();
            assertThat(response.raw().body().string()).isEqualTo(OTHER);
        }
    }
}
