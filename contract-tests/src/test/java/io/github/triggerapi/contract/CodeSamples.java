package io.github.triggerapi.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The request bodies in the document's {@code x-codeSamples}, as JSON. */
final class CodeSamples {

    private static final Pattern CURL = Pattern.compile("-d '(.*?)'", Pattern.DOTALL);
    private static final Pattern PYTHON = Pattern.compile("data = (\\{.*?\\n})", Pattern.DOTALL);
    private static final Pattern TYPESCRIPT =
            Pattern.compile("\\.trigger\\((\\{.*?}), (\\{.*\\n\\s*})\\);", Pattern.DOTALL);

    private CodeSamples() {}

    /** The bodies of the samples of an operation; a sample without one that is understood here has none. */
    static List<String> bodies(String yaml, String operationId) {
        List<String> bodies = new ArrayList<>();
        for (JsonNode operation :
                YAMLMapper.shared().readTree(yaml).path("paths").findParents("operationId")) {
            if (operation.path("operationId").asString().equals(operationId)) {
                for (JsonNode sample : operation.path("x-codeSamples")) {
                    body(sample.path("lang").asString(), sample.path("source").asString())
                            .ifPresent(bodies::add);
                }
            }
        }
        return bodies;
    }

    private static Optional<String> body(String language, String source) {
        return switch (language) {
            case "curl" -> match(CURL, source).map(body -> body.group(1));
            case "python" -> match(PYTHON, source).map(body -> body.group(1));
            case "typescript" ->
                match(TYPESCRIPT, source).map(arguments -> {
                    // The SDK wraps the two arguments of trigger() this way.
                    JsonObject body = new JsonObject();
                    body.add("payload", literal(arguments.group(1)));
                    body.add("options", literal(arguments.group(2)));
                    return body.toString();
                });
            default -> Optional.empty();
        };
    }

    /** A JavaScript object literal, as far as it is JSON with bare names and a comma too many. */
    private static JsonElement literal(String text) {
        JsonReader reader = new JsonReader(new StringReader(text.replaceAll(",(\\s*})", "$1")));
        reader.setStrictness(Strictness.LENIENT);
        return JsonParser.parseReader(reader);
    }

    private static Optional<MatchResult> match(Pattern pattern, String source) {
        return pattern.matcher(source).results().findFirst();
    }
}
