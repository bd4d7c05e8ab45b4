package io.github.triggerapi.contract.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.judge.HttpMessage.Request;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import io.github.triggerapi.contract.judge.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Requests are written in all styles of parameters, and the judge reads them back. */
class ParameterStylesTest {

    private final String document = Files.readString(Path.of("src/test/resources/documents/parameters.yaml"));
    private final Judge judge = new Judge(document);
    private final MessageGenerators generators = new MessageGenerators(judge, Set.of());

    ParameterStylesTest() throws IOException {}

    private Operation operation(String start) {
        return judge.document().operations().stream()
                .filter(operation -> operation.path().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void validValuesAreReadBack() {
        for (Operation operation : judge.document().operations()) {
            List<ObjectNode> messages =
                    generators.covering(generators.messages().requests(operation));

            assertThat(messages)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(message -> assertThat(judge.request(RequestWriter.request(operation, message)))
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/arrays, path $ids, minimum",
        "/arrays, query words, maxItems",
        "/arrays, query words, maxLength",
        "/arrays, query spaced, maximum",
        "/arrays, query piped, enum",
        "/arrays, query repeated, type",
        "/arrays, header X-Ids, maxLength",
        "/arrays, header X-Ids, required",
        "/objects, path json, required",
        "/objects, path json, minimum",
        "/objects, query members, minimum",
        "/objects, query members, maxLength",
        "/objects, query deep, minimum",
        "/objects, query pairs, maximum",
        "/objects, header X-Range, maxLength",
        "/objects, header X-Page, required",
        "/objects, query limit, enum",
        "/objects, cookie theme, enum",
        "/opaque, query csv, required",
        "/forms, body, required",
        "/forms, body, enum",
        "/forms, body, maxItems",
        "/forms, body, maxLength"
    })
    void violationsAreFoundInEachStyle(String path, String parameter, String keyword) {
        Operation operation = operation(path);
        ObjectNode schema = generators.messages().requests(operation);
        Stream<Violation> violations = generators.invalidValues().of(schema, StringValues.JSON).stream()
                .filter(one -> one.value() instanceof ObjectNode)
                .flatMap(one -> judge.request(RequestWriter.request(operation, (ObjectNode) one.value())).stream());

        assertThat(violations)
                .anySatisfy(violation ->
                        assertThat(violation.in() + " " + violation.keyword()).isEqualTo(parameter + " " + keyword));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/arrays/1,2  | words=a%2Cb,c,d,e    | -",
                "/arrays/1,2  | words=a%2Cb,c,d,e,f  | maxItems",
                "/arrays/1,2  | words=a&words=b      | explode",
                "/arrays/1%2C2|                      | type",
                "/arrays/1    | spaced=1%202+3       | -",
                "/arrays/1    | spaced=1,2           | type",
                "/arrays/1    | piped=a%7Cb%20c      | -",
                "/opaque/;a=b | csv=,&nested=none    | -"
            })
    void stringsAreSplitAtTheirDelimiters(String path, String query, String keyword) {
        Request request =
                new Request("GET", path.strip(), query == null ? "" : query, Map.of("x-ids", List.of("a, b", "c")), "");

        assertThat(judge.request(request))
                .extracting(Violation::keyword)
                .isEqualTo(keyword == null ? List.of() : List.of(keyword));
    }

    @Test
    void formsWithObjectsAreNotSent() {
        Judge other =
                new Judge(document.replace("sizes: {type: array, maxItems: 2, items:", "sizes: {type: object, a:"));
        Operation forms = other.document().operation("POST", "/forms");

        assertThat(new MessageGenerators(other, Set.of()).messages().notes(forms))
                .contains("not sent: bodies of the type application/x-www-form-urlencoded, which have an encoding, or"
                        + " members that are objects");
        assertThat(generators.messages().notes(operation("/forms")))
                .containsExactly(
                        "not sent: requests without a body, as JAX-RS reads forms only from requests with their"
                                + " media type");
    }

    @Test
    void ignoresChangesOfProse() {
        Judge other = new Judge(document.replace("The colors", "Something else"));
        Request bad = new Request("GET", "/arrays/0", "piped=c", Map.of(), "");

        assertThat(other.request(bad)).hasSize(3).isEqualTo(judge.request(bad));
    }
}
