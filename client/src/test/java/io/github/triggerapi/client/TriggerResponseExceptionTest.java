package io.github.triggerapi.client;

import static io.github.triggerapi.client.TestCalls.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import io.github.triggerapi.client.api.TasksApi;
import io.github.triggerapi.client.error.NotFoundException;
import io.github.triggerapi.client.error.TooManyRequestsException;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.internal.error.DocumentedResponses;
import io.github.triggerapi.client.model.ErrorResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

class TriggerResponseExceptionTest {

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404})
    void readsDocumentedError(int status) {
        String json = "{\"error\":\"No such task\",\"code\":7}";
        try (HttpStub server = HttpStub.json(status, json);
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.status()).isEqualTo(status);
            assertThat(e.error(ErrorResponse.class)).map(ErrorResponse::error).hasValue("No such task");
            assertThat(e.error()).isEqualTo(e.error(ErrorResponse.class)).isPresent();
            assertThat(e.headers().get("X-REQUEST-ID")).isEqualTo("req_1");
            assertThat(e.body()).isEqualTo(json);
            assertThat(e)
                    .hasMessage("POST /api/v1/tasks/my-task/trigger returned " + status + ": No such task")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "418 | text/html        | <h1>Teapot</h1>",
                "503 | text/html        | <html>",
                "400 | text/html        | <html>",
                "503 | application/json | ``",
                "503 | application/json | {\"error\":",
                "400 | application/json | {\"error\":",
                "400 | application/json | [1,2]",
                "400 | application/json | null",
                "400 | application/json | \"text\"",
                "400 | application/json | {\"error\":7}",
                "599 | application/json | [[[["
            })
    void keepsBodyThatDoesNotMatchSpec(int status, String contentType, String body) {
        try (HttpStub server = HttpStub.responding(status, contentType, body);
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.status()).isEqualTo(status);
            assertThat(e.body()).isEqualTo(body);
            assertThat(e.error()).isEmpty();
            assertThat(e.error(ErrorResponse.class)).isEmpty();
            assertThat(e).hasMessageEndingWith("returned " + status);
        }
    }

    @Test
    void undocumentedStatusCanBeReadAsGivenType() {
        int status = IntStream.rangeClosed(402, 599)
                .filter(code -> !isDocumented(code))
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the spec describes a response of every status"));
        try (HttpStub server = HttpStub.json(status, "{\"error\":\"Slow down\"}");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.error()).isEmpty();
            assertThat(e.error(ErrorResponse.class)).map(ErrorResponse::error).hasValue("Slow down");
            assertThat(e).hasMessageEndingWith("returned " + status + ": Slow down");
        }
    }

    private static boolean isDocumented(int status) {
        return Arrays.stream(TasksApi.class.getMethods())
                .anyMatch(operation -> DocumentedResponses.bodyType(operation, status) != null);
    }

    @Test
    void readsErrorAsTree() {
        try (HttpStub server = HttpStub.json(503, "[1]");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.error(JsonElement.class)).map(JsonElement::toString).hasValue("[1]");
        }
    }

    @Test
    void readsErrorWithoutRequiredMember() {
        try (HttpStub server = HttpStub.json(400, "{\"title\":\"Bad\"}");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.error(ErrorResponse.class).orElseThrow().additionalProperties())
                    .containsKey("title");
            assertThat(e).hasMessageEndingWith("returned 400: Bad");
        }
    }

    @Test
    void keepsIncompleteBody() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.sendResponseHeaders(404, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                });
                TriggerClient client = server.client()) {
            NotFoundException e = catchThrowableOfType(
                    NotFoundException.class, () -> trigger(client).send());

            assertThat(e.body()).isEqualTo("{");
        }
    }

    @Test
    void keepsStartOfLargeBody() {
        try (HttpStub server = HttpStub.responding(503, "text/plain", "x".repeat(1024 * 1024));
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.body()).hasSize(LIMIT).containsOnlyOnce("x".repeat(LIMIT));
            assertThat(e.getMessage().length()).isLessThan(200);
        }
    }

    @Test
    void messageIsSingleLineOfLimitedLength() {
        try (HttpStub server = HttpStub.json(400, "{\"error\":\"a\\n\\tb" + "c".repeat(1000) + "\"}");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.getMessage()).contains(": a bccc").endsWith("ccc…").hasSizeLessThan(600);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, UnauthorizedException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "409, ConflictException",
        "413, TriggerResponseException",
        "422, UnprocessableContentException",
        "429, TooManyRequestsException",
        "500, ServerErrorException",
        "599, ServerErrorException"
    })
    void commonStatusesHaveTheirOwnClass(int status, String type) {
        try (HttpStub server = HttpStub.json(status, "{}");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.getClass().getSimpleName()).isEqualTo(type);
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.method()).isEqualTo("POST");
            assertThat(e.path()).isEqualTo("/api/v1/tasks/my-task/trigger");
            assertThat(e.requestId()).hasValue("req_1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"No such task\"} | No such task",
                "{\"title\":\"Rate Limit Exceeded\"} | Rate Limit Exceeded",
                "{\"title\":\"Rate Limit\",\"detail\":\"in 3 s\"} | in 3 s",
                "{\"error\":{\"code\":1},\"message\":\"No\"} | No",
                "{\"error\":1} | ''",
                "[\"error\"] | ''",
                "<html> | ''"
            })
    void readsErrorMessageOfAnyForm(String body, String message) {
        try (HttpStub server = HttpStub.json(404, body);
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            assertThat(e.errorMessage().orElse("")).isEqualTo(message);
        }
    }

    @Test
    void canBeSerialized() throws Exception {
        try (HttpStub server = HttpStub.json(404, "{\"error\":\"No such task\"}");
                TriggerClient client = server.client()) {
            TriggerResponseException e = catchThrowableOfType(
                    TriggerResponseException.class, () -> trigger(client).send());

            ByteArrayOutputStream stored = new ByteArrayOutputStream();
            new ObjectOutputStream(stored).writeObject(e);
            Object read = new ObjectInputStream(new ByteArrayInputStream(stored.toByteArray())).readObject();

            assertThat(read).isInstanceOfSatisfying(NotFoundException.class, again -> {
                assertThat(again.status()).isEqualTo(404);
                assertThat(again.headers().size()).isZero();
                assertThat(again.requestId()).isEmpty();
                assertThat(again.error(ErrorResponse.class).map(ErrorResponse::error))
                        .hasValue("No such task");
                assertThat(again.errorMessage()).hasValue("No such task");
            });
        }
    }

    @Test
    void readsResetOfRateLimit() {
        try (HttpStub server = HttpStub.start(exchange -> {
                    exchange.getResponseHeaders().set("x-ratelimit-reset", "1700000000123");
                    HttpStub.write(exchange, 429, "application/problem+json", "{}");
                });
                TriggerClient client = server.client()) {
            TooManyRequestsException e = catchThrowableOfType(
                    TooManyRequestsException.class, () -> trigger(client).send());

            assertThat(e.reset()).hasValue(Instant.ofEpochMilli(1700000000123L));
        }
    }

    @Test
    void futureFailsWithSameException() {
        try (HttpStub server = HttpStub.json(404, "{\"error\":\"No such task\"}");
                TriggerClient client = server.client()) {
            CompletableFuture<?> future = trigger(client).sendAsync();

            Throwable cause =
                    catchThrowableOfType(ExecutionException.class, future::get).getCause();

            assertThat(cause).isInstanceOfSatisfying(TriggerResponseException.class, e -> {
                assertThat(e.status()).isEqualTo(404);
                assertThat(e.error(ErrorResponse.class)).isPresent();
            });
        }
    }
}
