package io.github.triggerapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/** Reads YAML, and refuses what parsers read in different ways and what grows without bound. */
final class YamlReader {

    /** Keys that every parser turns into the same string. */
    private static final Pattern PLAIN_KEY = Pattern.compile("0|-?[1-9][0-9]{0,17}|true|false");

    /** Words that YAML 1.1 reads as true or false, and YAML 1.2 as strings. */
    private static final Pattern WORD = Pattern.compile("(?i)yes|no|on|off");

    /** Keywords whose values are sent. */
    private static final Set<String> WITH_VALUES = Set.of("enum", "const");

    /** The most ambiguities that are reported. */
    private static final int MAX_AMBIGUITIES = 100;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Resolver RESOLVER = new WithoutTimestamps();

    private final Map<Node, Size> sizes = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<DocumentException> ambiguities = new ArrayList<>();

    /** How many values there are, and in how many levels. */
    private record Size(long values, int levels) {}

    /** JSON has no dates, so 2024-04-01 is a string. */
    private static final class WithoutTimestamps extends Resolver {

        @Override
        public void addImplicitResolver(Tag tag, Pattern regexp, @Nullable String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, regexp, first, limit);
            }
        }
    }

    private static final class Constructor extends SafeConstructor {

        Constructor(LoaderOptions options, boolean exact) {
            super(options);
            if (exact) {
                yamlConstructors.put(Tag.FLOAT, new ConstructYamlFloat() {
                    @Override
                    public Object construct(Node node) {
                        String number = ((ScalarNode) node).getValue().replace("_", "");
                        // That to base 60 has no decimal digits.
                        return number.contains(":") ? super.construct(node) : new BigDecimal(number);
                    }
                });
            }
        }

        Object construct(Node root) {
            return constructDocument(root);
        }
    }

    private final boolean exact;

    private YamlReader(boolean exact) {
        this.exact = exact;
    }

    static JsonNode read(String text, boolean exact) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(DocumentReader.MAX_CHARACTERS + 1);
            // YamlReader limits what they stand for.
            options.setMaxAliasesForCollections(Integer.MAX_VALUE);
            options.setNestingDepthLimit(DocumentReader.MAX_DEPTH + 1);
            Constructor constructor = new Constructor(options, exact);
            DumperOptions dumper = new DumperOptions();
            Yaml yaml = new Yaml(constructor, new Representer(dumper), dumper, options, RESOLVER);
            checkDepth(yaml, text);
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                throw new DocumentException("is empty; expected an OpenAPI document");
            }
            new YamlReader(exact).check(root);
            return JSON.valueToTree(constructor.construct(root));
        } catch (MarkedYAMLException e) {
            throw exceptionAt(e.getProblemMark(), problem(e) + "; expected YAML");
        } catch (ReaderException e) {
            throw new DocumentException(
                    "line " + lineOf(text, e.getPosition()),
                    "the character U+%04X; expected one that YAML allows".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new DocumentException(DocumentReader.firstLine(e.getMessage()) + "; expected YAML");
        }
    }

    private static String problem(MarkedYAMLException e) {
        boolean complete = e.getContext() == null || !e.getProblem().startsWith("but ");
        return complete ? e.getProblem() : e.getContext() + ", " + e.getProblem();
    }

    private static void checkDepth(Yaml yaml, String text) {
        int depth = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event.is(Event.ID.MappingStart) || event.is(Event.ID.SequenceStart)) {
                depth++;
            } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                depth--;
            }
            if (depth > DocumentReader.MAX_DEPTH) {
                throw exceptionAt(
                        event.getStartMark(),
                        "nested deeper than " + DocumentReader.MAX_DEPTH + " levels; expected less");
            }
        }
    }

    private void check(Node root) {
        size(root);
        if (!ambiguities.isEmpty()) {
            throw DocumentException.ofAll(ambiguities);
        }
    }

    /** Checks a node and returns its size once each alias is replaced by its value. */
    private Size size(Node node) {
        Size known = sizes.get(node);
        if (known != null) {
            return known;
        }
        if (!open.add(node)) {
            throw exceptionAt(node.getStartMark(), "the value contains itself; expected one that does not");
        }
        checkTag(node);
        checkNumber(node);
        long values = 1;
        int levels = 0;
        for (Node child : children(node)) {
            Size size = size(child);
            values += size.values();
            levels = Math.max(levels, size.levels());
        }
        if (values > DocumentReader.MAX_VALUES || levels >= DocumentReader.MAX_DEPTH) {
            throw exceptionAt(
                    node.getStartMark(),
                    "with its aliases replaced it has more than " + DocumentReader.MAX_VALUES + " values or "
                            + DocumentReader.MAX_DEPTH + " levels; expected less");
        }
        open.remove(node);
        Size size = new Size(values, levels + 1);
        sizes.put(node, size);
        return size;
    }

    private List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        List<Node> values = new ArrayList<>();
        Map<String, Mark> keys = new HashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                if (WITH_VALUES.contains(checkKey(member.getKeyNode(), keys))) {
                    checkWords(member.getValueNode());
                }
                values.add(member.getValueNode());
            }
        }
        return values;
    }

    /** Records the words in a value or a list of values that parsers read differently. */
    private void checkWords(Node node) {
        for (Node value : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
            if (value instanceof ScalarNode scalar
                    && scalar.getTag().equals(Tag.BOOL)
                    && WORD.matcher(scalar.getValue()).matches()) {
                String word = scalar.getValue();
                ambiguous(value, "the value " + word + ", which parsers read differently; quote it: '" + word + "'");
            }
        }
    }

    /** Records an ambiguity. The first hundred end the check, as aliases may repeat one without end. */
    private void ambiguous(Node node, String problem) {
        ambiguities.add(exceptionAt(node.getStartMark(), problem));
        if (ambiguities.size() == MAX_AMBIGUITIES) {
            throw DocumentException.ofAll(ambiguities);
        }
    }

    /** Returns a key. */
    private String checkKey(Node key, Map<String, Mark> keys) {
        if (!(key instanceof ScalarNode scalar)) {
            throw exceptionAt(key.getStartMark(), "a key that is not a string; expected a string");
        }
        String name = scalar.getValue();
        checkTag(key);
        if (!Set.of(Tag.STR, Tag.MERGE).contains(key.getTag())
                && !PLAIN_KEY.matcher(name).matches()) {
            ambiguous(key, "the key " + name + ", which parsers read differently; quote it: '" + name + "'");
        }
        Mark first = keys.putIfAbsent(name, key.getStartMark());
        if (first != null) {
            ambiguous(
                    key,
                    "the key " + name + " is there twice, first in line " + (first.getLine() + 1)
                            + "; expected it once");
        }
        return name;
    }

    /** Allows the types that JSON has, where a value looks like one. */
    private static void checkTag(Node node) {
        boolean usual = switch (node.getNodeId()) {
            case mapping -> node.getTag().equals(Tag.MAP);
            case sequence -> node.getTag().equals(Tag.SEQ);
            default -> node.getTag().equals(Tag.STR) || node instanceof ScalarNode scalar && isPlain(scalar);
        };
        if (!usual) {
            throw exceptionAt(node.getStartMark(), "the tag " + node.getTag().getValue() + "; expected none");
        }
    }

    private void checkNumber(Node node) {
        if (node instanceof ScalarNode scalar) {
            String problem = node.getTag().equals(Tag.FLOAT)
                    ? NumberPrecisionCheck.problem(scalar.getValue(), exact)
                    : node.getTag().equals(Tag.INT) ? NumberPrecisionCheck.problemOfInteger(scalar.getValue()) : null;
            if (problem != null) {
                throw exceptionAt(node.getStartMark(), problem);
            }
        }
    }

    private static boolean isPlain(ScalarNode scalar) {
        return scalar.isPlain()
                && RESOLVER.resolve(NodeId.scalar, scalar.getValue(), true).equals(scalar.getTag());
    }

    private static DocumentException exceptionAt(Mark mark, String problem) {
        return DocumentReader.exceptionAt(mark.getLine() + 1, mark.getColumn() + 1, problem);
    }

    private static long lineOf(String text, int codePoints) {
        return 1 + text.codePoints().limit(codePoints).filter(c -> c == '\n').count();
    }
}
