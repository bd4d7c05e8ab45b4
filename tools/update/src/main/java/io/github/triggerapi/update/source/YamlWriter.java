package io.github.triggerapi.update.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes YAML in block style, with quotes only where they are necessary. */
final class YamlWriter {

    private static final int WIDTH = 80;

    /** Strings that no reader takes for a number, a date or a keyword. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:y|n|yes|no|on|off|true|false|null|nan|inf)$)[\\p{L}#/$_*].*|\\d+(\\.\\d+){2,}");

    private YamlWriter() {}

    static String of(JsonNode tree) {
        DumperOptions options = new DumperOptions();
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(node(tree), text);
        return text.toString();
    }

    private static Node node(JsonNode json) {
        if (json.isObject()) {
            List<NodeTuple> members = new ArrayList<>();
            json.properties()
                    .forEach(member -> members.add(new NodeTuple(text(member.getKey()), node(member.getValue()))));
            return new MappingNode(Tag.MAP, members, FlowStyle.BLOCK);
        }
        if (json.isArray()) {
            List<Node> elements = new ArrayList<>();
            json.forEach(element -> elements.add(node(element)));
            return new SequenceNode(Tag.SEQ, elements, FlowStyle.BLOCK);
        }
        return json.isTextual()
                ? text(json.textValue())
                : new ScalarNode(tag(json), json.asText(), null, null, ScalarStyle.PLAIN);
    }

    private static Tag tag(JsonNode json) {
        if (json.isNull()) {
            return Tag.NULL;
        }
        if (json.isBoolean()) {
            return Tag.BOOL;
        }
        return json.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
    }

    private static Node text(String value) {
        return new ScalarNode(Tag.STR, value, null, null, style(value));
    }

    private static ScalarStyle style(String value) {
        if (value.indexOf('\n') >= 0) {
            return ScalarStyle.LITERAL;
        }
        if (value.length() > WIDTH && value.indexOf(' ') >= 0) {
            return ScalarStyle.FOLDED;
        }
        return PLAIN.matcher(value).matches() ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED;
    }
}
