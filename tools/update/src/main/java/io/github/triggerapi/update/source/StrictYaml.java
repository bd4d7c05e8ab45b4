package io.github.triggerapi.update.source;

import io.github.triggerapi.codegen.document.DocumentParser;
import io.github.triggerapi.update.RefusedException;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Refuses YAML that is broken, that parsers read in different ways, or that grows without bound. */
final class StrictYaml {

    /** Keys that every parser turns into the same text. */
    private static final Pattern PLAIN_KEY = Pattern.compile("0|-?[1-9][0-9]{0,17}|true|false");

    private static final Resolver RESOLVER = new DeserializationUtils.CustomResolver();

    private final String location;
    private final Map<Node, Extent> extents = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    /** How many values there are, and in how many levels. */
    private record Extent(long size, int depth) {}

    private StrictYaml(String location) {
        this.location = location;
    }

    static void check(String location, String text) {
        try {
            new StrictYaml(location).check(text);
        } catch (MarkedYAMLException e) {
            throw refusal(location, e.getProblemMark(), problem(e) + "; expected YAML");
        } catch (ReaderException e) {
            throw new RefusedException("%s: line %d: the character U+%04X; expected one that YAML may have"
                    .formatted(location, lineOf(text, e.getPosition()), e.getCodePoint()));
        } catch (YAMLException e) {
            throw new RefusedException(location + ": " + Texts.firstLine(e.getMessage()) + "; expected YAML");
        }
    }

    private static String problem(MarkedYAMLException e) {
        boolean complete = e.getContext() == null || !e.getProblem().startsWith("but ");
        return complete ? e.getProblem() : e.getContext() + ", " + e.getProblem();
    }

    private void check(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(DocumentText.MAX_CHARACTERS + 1);
        // How much they stand for is counted below.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DocumentText.MAX_DEPTH + 1);
        DumperOptions dumper = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, RESOLVER);
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            depth += DocumentText.depthOf(event);
            if (depth > DocumentText.MAX_DEPTH) {
                throw refusal(
                        event.getStartMark(),
                        "nested deeper than " + DocumentText.MAX_DEPTH + " levels; expected less");
            }
        }
        Node root = yaml.compose(new StringReader(text));
        if (root == null) {
            throw new RefusedException(location + ": is empty; expected an OpenAPI document");
        }
        extent(root);
    }

    /** What there is of a node once each alias is replaced by what it stands for. */
    private Extent extent(Node node) {
        Extent known = extents.get(node);
        if (known != null) {
            return known;
        }
        if (!open.add(node)) {
            throw refusal(node.getStartMark(), "the value contains itself; expected none that does");
        }
        checkTag(node);
        checkNumber(node);
        long size = 1;
        int depth = 0;
        for (Node child : children(node)) {
            Extent extent = extent(child);
            size += extent.size();
            depth = Math.max(depth, extent.depth());
        }
        if (size > DocumentParser.MAX_VALUES || depth >= DocumentText.MAX_DEPTH) {
            throw refusal(
                    node.getStartMark(),
                    "with its aliases replaced it has more than " + DocumentParser.MAX_VALUES + " values or "
                            + DocumentText.MAX_DEPTH + " levels; expected less");
        }
        open.remove(node);
        Extent extent = new Extent(size, depth + 1);
        extents.put(node, extent);
        return extent;
    }

    private List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        List<Node> values = new ArrayList<>();
        Map<String, Mark> keys = new HashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                checkKey(member.getKeyNode(), keys);
                values.add(member.getValueNode());
            }
        }
        return values;
    }

    private void checkKey(Node key, Map<String, Mark> keys) {
        if (!(key instanceof ScalarNode scalar)) {
            throw refusal(key.getStartMark(), "a key that is no text; expected a text");
        }
        String name = scalar.getValue();
        checkTag(key);
        if (!Set.of(Tag.STR, Tag.MERGE).contains(key.getTag())
                && !PLAIN_KEY.matcher(name).matches()) {
            throw refusal(
                    key.getStartMark(),
                    "the key " + name + ", which may be read as another one; expected it in" + " quotes");
        }
        Mark first = keys.putIfAbsent(name, key.getStartMark());
        if (first != null) {
            throw refusal(
                    key.getStartMark(),
                    "the key " + name + " is there twice, first in line " + (first.getLine() + 1)
                            + "; expected it once");
        }
    }

    /** Allows the types that JSON has, where a value looks like one. */
    private void checkTag(Node node) {
        boolean usual = switch (node.getNodeId()) {
            case mapping -> node.getTag().equals(Tag.MAP);
            case sequence -> node.getTag().equals(Tag.SEQ);
            default -> node.getTag().equals(Tag.STR) || node instanceof ScalarNode scalar && isPlain(scalar);
        };
        if (!usual) {
            throw refusal(node.getStartMark(), "the tag " + node.getTag().getValue() + "; expected none");
        }
    }

    private void checkNumber(Node node) {
        if (node instanceof ScalarNode scalar) {
            String problem = node.getTag().equals(Tag.FLOAT)
                    ? Numbers.problem(scalar.getValue())
                    : node.getTag().equals(Tag.INT) ? Numbers.problemOfInteger(scalar.getValue()) : null;
            if (problem != null) {
                throw refusal(node.getStartMark(), problem);
            }
        }
    }

    private static boolean isPlain(ScalarNode scalar) {
        return scalar.isPlain()
                && RESOLVER.resolve(NodeId.scalar, scalar.getValue(), true).equals(scalar.getTag());
    }

    private RefusedException refusal(Mark mark, String problem) {
        return refusal(location, mark, problem);
    }

    private static RefusedException refusal(String location, Mark mark, String problem) {
        return new RefusedException(
                "%s: line %d, column %d: %s".formatted(location, mark.getLine() + 1, mark.getColumn() + 1, problem));
    }

    private static long lineOf(String text, int codePoints) {
        return 1 + text.codePoints().limit(codePoints).filter(c -> c == '\n').count();
    }
}
