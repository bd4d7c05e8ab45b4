package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.StreamReader;

/** Finds the document in a file: the file itself, or a block in a page of documentation. */
final class DocumentationPage {

    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    /** Members that every document has. */
    private static final Set<String> MEMBERS = Set.of("openapi", "swagger", "info", "paths");

    private static final Set<String> LANGUAGES = Set.of("yaml", "yml", "json");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(?s:.*?\\R)?---\\R");
    private static final String HEADING = "the heading ## OpenAPI";

    private DocumentationPage() {}

    /** Returns the document, without any change. */
    static String document(String location, String text) {
        String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String start = visible.stripLeading();
        if (start.startsWith("<")) {
            throw new RejectedRevisionException(location
                    + ": is HTML or XML; expected an OpenAPI document, or a page of" + " documentation in Markdown");
        }
        Node page = MARKDOWN.parse(visible);
        List<Heading> headings = headings(page);
        boolean frontMatter = FRONT_MATTER.matcher(visible).find();
        if (start.startsWith("{") || start.startsWith("[")) {
            return text;
        }
        if (looksLikeDocument(visible) && !(frontMatter && !headings.isEmpty())) {
            return text;
        }
        if (headings.isEmpty()) {
            throw new RejectedRevisionException(
                    location + ": is neither an OpenAPI document, which has a member openapi, nor a page" + " with "
                            + HEADING + "; expected one of these");
        }
        return literal(location, visible, only(location, headings));
    }

    /** Returns whether a string is a document, valid or not: a mapping with a member that every document has. */
    private static boolean looksLikeDocument(String text) {
        try {
            int depth = 0;
            boolean key = false;
            for (Event event : new Yaml().parse(new StringReader(printable(text)))) {
                key = depth == 1 && !key;
                if (key && event instanceof ScalarEvent scalar && MEMBERS.contains(scalar.getValue())) {
                    return true;
                }
                depth += depthOf(event);
                if (depth == 0 && event.is(Event.ID.DocumentEnd) || depth == 1 && event.is(Event.ID.SequenceStart)) {
                    return false;
                }
            }
        } catch (YAMLException e) {
            // The events before the error did not look like a document.
        }
        return false;
    }

    /** Replaces the characters at which the YAML reader stops before the first event. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.appendCodePoint(StreamReader.isPrintable(c) ? c : '?'));
        return printable.toString();
    }

    /** Returns the change of the depth of nesting by an event. */
    private static int depthOf(Event event) {
        if (event.is(Event.ID.MappingStart) || event.is(Event.ID.SequenceStart)) {
            return 1;
        }
        return event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd) ? -1 : 0;
    }

    private static List<Heading> headings(Node page) {
        List<Heading> headings = new ArrayList<>();
        for (Node node = page.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading
                    && heading.getLevel() == 2
                    && PLAIN.render(heading).strip().equalsIgnoreCase("OpenAPI")) {
                headings.add(heading);
            }
        }
        return headings;
    }

    private static FencedCodeBlock only(String location, List<Heading> headings) {
        List<FencedCodeBlock> blocks =
                headings.stream().flatMap(heading -> blocks(heading).stream()).toList();
        String line = location + ": line " + lineOf(headings.get(0)) + ": ";
        if (blocks.isEmpty()) {
            throw new RejectedRevisionException(
                    line + "below " + HEADING + " there is no fenced block of yaml or json; expected one");
        }
        if (blocks.size() > 1) {
            List<Integer> lines = blocks.stream().map(DocumentationPage::lineOf).toList();
            throw new RejectedRevisionException(line + "below " + HEADING + " there are " + blocks.size()
                    + " fenced blocks of yaml or json, in the lines "
                    + lines.toString().replaceAll("[\\[\\]]", "")
                    + "; expected one");
        }
        return blocks.get(0);
    }

    /** Returns the blocks of yaml or json in the section of a heading. */
    private static List<FencedCodeBlock> blocks(Heading heading) {
        List<FencedCodeBlock> blocks = new ArrayList<>();
        for (Node node = heading.getNext(); node != null; node = node.getNext()) {
            if (node instanceof Heading next && next.getLevel() <= heading.getLevel()) {
                break;
            }
            node.accept(new AbstractVisitor() {
                @Override
                public void visit(FencedCodeBlock block) {
                    String language = block.getInfo().strip().split("\\s+")[0];
                    if (LANGUAGES.contains(language.toLowerCase(Locale.ROOT))) {
                        blocks.add(block);
                    }
                }
            });
        }
        return blocks;
    }

    /** Returns the content of a block with the line ends of the page, which the parser normalizes. */
    private static String literal(String location, String page, FencedCodeBlock block) {
        if (block.getClosingFenceLength() == null) {
            throw new RejectedRevisionException(
                    location + ": line " + lineOf(block) + ": the fenced block has no end; expected a complete page");
        }
        List<String> ends = new ArrayList<>();
        Matcher matcher = LINE_END.matcher(page);
        while (matcher.find()) {
            ends.add(matcher.group());
        }
        StringBuilder literal = new StringBuilder();
        // The line after the one with the fence, counted from 0.
        int line = lineOf(block);
        for (String content : block.getLiteral().split("(?<=\n)")) {
            literal.append(content, 0, Math.max(0, content.length() - 1))
                    .append(content.isEmpty() ? "" : ends.get(line++));
        }
        return literal.toString();
    }

    /** Returns the number of the line in which a block starts, from 1. */
    private static int lineOf(Node block) {
        return block.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
