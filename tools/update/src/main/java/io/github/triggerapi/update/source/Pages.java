package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RefusedException;
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

/** Finds the document in a text: the text itself, or a block in a page of documentation. */
final class Pages {

    private static final Parser MARKDOWN =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();
    private static final Set<String> LANGUAGES = Set.of("yaml", "yml", "json");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(?s:.*?\\R)?---\\R");
    private static final String HEADING = "the heading ## OpenAPI";

    private Pages() {}

    /** The document, byte for byte. */
    static String document(String location, String text) {
        String visible = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String start = visible.stripLeading();
        if (start.startsWith("<")) {
            throw new RefusedException(
                    location + ": is a page in HTML or XML; expected an OpenAPI document, or a page of"
                            + " documentation in Markdown");
        }
        Node page = MARKDOWN.parse(visible);
        List<Heading> headings = headings(page);
        boolean frontMatter = FRONT_MATTER.matcher(visible).find();
        if (start.startsWith("{") || start.startsWith("[")) {
            return text;
        }
        if (DocumentText.looksLikeDocument(visible) && !(frontMatter && !headings.isEmpty())) {
            return text;
        }
        if (headings.isEmpty()) {
            throw new RefusedException(
                    location + ": is neither an OpenAPI document, which has a member openapi, nor a page" + " with "
                            + HEADING + "; expected one of them");
        }
        return literal(location, visible, only(location, headings));
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
            throw new RefusedException(line + "below " + HEADING + " is no fenced block of yaml or json; expected one");
        }
        if (blocks.size() > 1) {
            List<Integer> lines = blocks.stream().map(Pages::lineOf).toList();
            throw new RefusedException(line + "below " + HEADING + " are " + blocks.size()
                    + " fenced blocks of yaml or json, in the lines "
                    + lines.toString().replaceAll("[\\[\\]]", "")
                    + "; expected one");
        }
        return blocks.get(0);
    }

    /** The blocks of yaml or json from a heading to the next that is not below it. */
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

    /** The text of a block with the line ends of the page, where the parser knows only one kind of them. */
    private static String literal(String location, String page, FencedCodeBlock block) {
        if (block.getClosingFenceLength() == null) {
            throw new RefusedException(location + ": line " + lineOf(block)
                    + ": the fenced block does not end; expected a page that is whole");
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

    /** The number, from 1, of the line in which a block begins. */
    private static int lineOf(Node block) {
        return block.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
