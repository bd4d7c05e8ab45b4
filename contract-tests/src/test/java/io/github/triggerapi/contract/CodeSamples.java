package io.github.triggerapi.contract;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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

    static List<String> bodies(String yaml) {
        List<String> bodies = new ArrayList<>();
        for (JsonNode samples : YAMLMapper.shared().readTree(yaml).findValues("x-codeSamples")) {
            for (JsonNode sample : samples) {
                bodies.add(body(
                        sample.path("lang").asString(), sample.path("source").asString()));
            }
        }
        return bodies;
    }

    private static String body(String language, String source) {
        return switch (language) {
            case "curl" -> group(CURL, source, 1);
            case "python" -> group(PYTHON, source, 1);
            case "typescript" -> {
                // The SDK wraps the two arguments of trigger() this way.
                JsonObject body = new JsonObject();
                body.add("payload", literal(group(TYPESCRIPT, source, 1)));
                body.add("options", literal(group(TYPESCRIPT, source, 2)));
                yield body.toString();
            }
            default -> throw new IllegalArgumentException("No way to read a sample in " + language);
        };
    }

    /** A JavaScript object literal, as far as it is JSON with bare names and a comma too many. */
    private static JsonElement literal(String text) {
        JsonReader reader = new JsonReader(new StringReader(text.replaceAll(",(\\s*})", "$1")));
        reader.setStrictness(Strictness.LENIENT);
        return JsonParser.parseReader(reader);
    }

    private static String group(Pattern pattern, String source, int group) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No body in the sample:\n" + source);
        }
        return matcher.group(group);
    }
}
