package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Spec;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.report.CheckResult;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is changed between client and stubs is found, and said so that one understands it. */
class RoundTripCheckTest {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Judge judge = new Judge(Spec.text());
    private final Operation operation = judge.document().operations().get(0);

    private CheckResult run(UnaryOperator<String> requests, UnaryOperator<String> answers) {
        OkHttpClient tampering = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    String body = response.body().string();
                    return response.newBuilder()
                            .body(ResponseBody.create(answers.apply(body), JSON))
                            .build();
                })
                .addInterceptor(chain -> {
                    Request request = chain.request();
                    Buffer body = new Buffer();
                    request.body().writeTo(body);
                    return chain.proceed(request.newBuilder()
                            .post(RequestBody.create(requests.apply(body.readUtf8()), JSON))
                            .build());
                })
                .build();
        try (RoundTrips trips = new RoundTrips(judge, tampering)) {
            return new RoundTripCheck(new Generators(judge, Set.of()), trips).run(operation, 20, 1);
        }
    }

    @Test
    void whatIsLeftAloneIsInOrder() {
        CheckResult result = run(UnaryOperator.identity(), UnaryOperator.identity());

        assertThat(result.problems()).isEmpty();
        assertThat(result.cases()).isGreaterThan(100);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a lost member     | ~"context":~        | ~"contexts":~  | /context': sent
            a number as text  | ~("concurrencyLimit"):(\\d+)~ | ~$1:"$2"~ | concurrencyLimit': type: string found, integer expected
            text as a number  | ~("tags"):\\["a"]~  | ~$1:[1]~       | /tags/0': type: integer found, string expected
            another text      | ~ünïcödé~           | ~unicode~      | sent
            """)
    void aChangedRequestIsFound(String fault, String from, String to, String message) {
        CheckResult result = run(body -> body.replaceAll(from, to), UnaryOperator.identity());

        assertThat(result.problems())
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem.message()).contains(message))
                .allSatisfy(problem -> assertThat(problem.request()).contains("POST "));
    }

    @Test
    void aChangedAnswerIsFound() {
        CheckResult result =
                run(UnaryOperator.identity(), body -> body.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"other\""));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message())
                        .contains("client answer body at '/id': sent ", "arrived \"other\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~"id":"[^"]*"~    | ~"id":{}~    | the client failed: io.github.triggerapi.client.TriggerResponseException
            ~"error":"[^"]*"~ | ~"error":[]~ | the client failed: java.lang.IllegalStateException: cannot be read as ErrorResponse
            """)
    void anAnswerThatTheClientCannotReadIsNoSuccess(String from, String to, String message) {
        CheckResult result = run(UnaryOperator.identity(), body -> body.replaceAll(from, to));

        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains(message));
    }

    @Test
    void aRandomCaseThatFailsIsMadeSmall() {
        CheckResult result = run(body -> body.replace("{\"payload\":", "{\"load\":"), UnaryOperator.identity());

        assertThat(result.problems()).last().satisfies(problem -> {
            assertThat(problem.message()).contains("the smallest failing case; seed 1");
            assertThat(problem.request()).hasSizeLessThan(500);
        });
    }
}
