package io.github.triggerapi.contract.samples;

import io.github.triggerapi.contract.judge.DocumentTree;
import io.github.triggerapi.contract.judge.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The {@code x-codeSamples} of an operation. */
final class CodeSamples {

    private static final Pattern TRIGGER =
            Pattern.compile("\\.trigger\\((\\{.*?}), (\\{.*\\n\\s*})\\);", Pattern.DOTALL);

    /** Reads a JavaScript object literal, as far as it is JSON with bare names and a comma too many. */
    private static final JsonMapper LITERALS = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private CodeSamples() {}

    /**
     * A sample.
     *
     * @param pointer where its source stands in the document
     * @param language in lower case
     */
    record Sample(String pointer, String language, String source) {}

    static List<Sample> of(DocumentTree document, Operation operation) {
        List<Sample> samples = new ArrayList<>();
        String all = operation.pointer() + "/x-codeSamples";
        for (int i = 0; i < document.at(all).size(); i++) {
            JsonNode sample = document.at(all + "/" + i);
            samples.add(new Sample(
                    all + "/" + i + "/source",
                    sample.path("lang").asString("").toLowerCase(Locale.ROOT),
                    sample.path("source").asString("")));
        }
        return samples;
    }

    /**
     * The body that a TypeScript sample has the SDK send: of the two arguments of {@code trigger} it makes the members
     * {@code payload} and {@code options}. Empty for other samples.
     */
    static Optional<JsonNode> triggered(Sample sample) {
        return TRIGGER.matcher(sample.source()).results().findFirst().flatMap(CodeSamples::body);
    }

    private static Optional<JsonNode> body(MatchResult arguments) {
        try {
            return Optional.of(JsonNodeFactory.instance
                    .objectNode()
                    .<JsonNode>set("payload", LITERALS.readTree(arguments.group(1)))
                    .set("options", LITERALS.readTree(arguments.group(2))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
