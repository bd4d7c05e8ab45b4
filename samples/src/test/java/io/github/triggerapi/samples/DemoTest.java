package io.github.triggerapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.triggerapi.mock.MockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void printsARunIdThatCameOverHttpAndTheCurlLineToTry() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MockServer mock = Demo.start()) {
            Demo.show(mock, new PrintStream(out, true, StandardCharsets.UTF_8));

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .containsPattern("triggered my-task: run_[0-9a-z]{21}\\b")
                    .contains(mock.url().toString(), "curl -X POST " + mock.url());
        }
    }

    @Test
    void theBodyIsThatOfTheDocumentsCurlSample() throws IOException {
        try (InputStream stream = Demo.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.yaml")) {
            String document = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = Pattern.compile("my-task/trigger\".*?-d '(.*?)'", Pattern.DOTALL)
                    .matcher(document);

            assertThat(matcher.find()).isTrue();
            assertThat(JsonParser.parseString(Demo.SAMPLE_BODY)).isEqualTo(JsonParser.parseString(matcher.group(1)));
        }
    }
}
