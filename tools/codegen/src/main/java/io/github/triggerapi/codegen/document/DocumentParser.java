package io.github.triggerapi.codegen.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Parses the text of a document into the tree that Swagger Parser would have.
 *
 * <p>Swagger Parser logs why it cannot parse a text, with parts of that text as they are. This class throws an
 * exception instead, whose message shows all characters.
 */
public final class DocumentParser {

    /** The greatest number of levels. */
    public static final int MAX_DEPTH = 200;

    /** The greatest number of values once each alias is replaced by what it stands for. */
    public static final int MAX_VALUES = 1_000_000;

    private static final ObjectMapper SCALARS = new JsonMapper();

    private int values;

    private DocumentParser() {}

    /**
     * Returns the tree of a document in YAML or JSON.
     *
     * @param name what the document is called in messages
     * @throws UnsupportedDocumentException if the text is neither, or is too large once its aliases are replaced
     */
    public static JsonNode parse(String name, String text) {
        try {
            return DeserializationUtils.isJson(text)
                    ? Json.mapper().readTree(text)
                    : new DocumentParser().tree(load(text), 0);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : at(place.getLineNr(), place.getColumnNr());
            throw fault(name, where + e.getOriginalMessage() + "; expected JSON");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw fault(name, at(mark.getLine() + 1, mark.getColumn() + 1) + e.getProblem() + "; expected YAML");
        } catch (YAMLException e) {
            throw fault(name, e.getMessage() + "; expected YAML");
        }
    }

    private static Object load(String text) {
        LoaderOptions options = DeserializationUtils.buildLoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        DumperOptions dumper = new DumperOptions();
        return new Yaml(
                        new SafeConstructor(options),
                        new Representer(dumper),
                        dumper,
                        options,
                        new DeserializationUtils.CustomResolver())
                .load(text);
    }

    private JsonNode tree(Object value, int depth) throws JsonProcessingException {
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw new YAMLException("with its aliases replaced the document has more than " + MAX_VALUES + " values or "
                    + MAX_DEPTH + " levels");
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = SCALARS.createObjectNode();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                checkScalar(member.getKey());
                object.set(String.valueOf(member.getKey()), tree(member.getValue(), depth + 1));
            }
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = SCALARS.createArrayNode();
            for (Object element : list) {
                array.add(tree(element, depth + 1));
            }
            return array;
        }
        checkScalar(value);
        // By way of its text, as YAML has numbers that JSON lacks, such as .inf.
        return SCALARS.readTree(SCALARS.writeValueAsString(value));
    }

    private static void checkScalar(Object value) {
        if (value != null && !(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            throw new YAMLException("a key or value of a type that JSON lacks");
        }
    }

    private static String at(int line, int column) {
        return "line %d, column %d: ".formatted(line, column);
    }

    private static UnsupportedDocumentException fault(String name, String problem) {
        return new UnsupportedDocumentException(name, List.of(VisibleText.of(problem)));
    }
}
