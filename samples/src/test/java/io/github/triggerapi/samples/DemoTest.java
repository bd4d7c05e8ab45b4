package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonParser;
import io.github.triggerapi.mock.MockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final Pattern BODY = Pattern.compile("my-task/trigger\".*?-d '(.*?)'", Pattern.DOTALL);

    @Test
    void printsRunIdAndCurlCommand() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MockServer mock = Demo.start()) {
            Demo.show(mock, new PrintStream(out, true, StandardCharsets.UTF_8));

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .containsPattern("triggered my-task. The id of the run is run_[0-9a-z]{21}\\b")
                    .contains(mock.url().toString(), "curl -X POST " + mock.url());
        }
    }

    @Test
    void bodyIsThatOfTheCurlSampleInTheDocument() throws IOException {
        try (InputStream stream = Demo.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.yaml")) {
            List<String> bodies = new YAMLMapper()
                    .readTree(stream).findValuesAsText("source").stream()
                            .flatMap(sample -> BODY.matcher(sample).results())
                            .map(found -> found.group(1))
                            .toList();

            assumeThat(bodies).as("curl samples of the task in the document").isNotEmpty();
            assertThat(JsonParser.parseString(bodies.get(0))).isEqualTo(JsonParser.parseString(Demo.SAMPLE_BODY));
        }
    }
}
