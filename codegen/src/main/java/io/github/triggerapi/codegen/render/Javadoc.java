package io.github.triggerapi.codegen.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the Markdown of descriptions into Javadoc comments of at most 120 columns. */
final class Javadoc {

    private static final int WIDTH = 120;
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((https?://[^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String indent;
    private final List<String> lines = new ArrayList<>();

    private Javadoc(int indent) {
        this.indent = " ".repeat(indent);
    }

    /** Starts a comment that is indented by that many spaces. */
    static Javadoc indented(int spaces) {
        return new Javadoc(spaces);
    }

    /** Adds Markdown: paragraphs, lists, fenced code, links and code. */
    Javadoc markdown(String text) {
        boolean inList = false;
        boolean inCode = false;
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.strip().split("\\R", -1)) {
            String stripped = line.strip();
            boolean item = !inCode && stripped.matches("[*-] .*");
            boolean fence = stripped.startsWith("```");
            if (item || fence || (!inCode && stripped.isEmpty())) {
                flush(paragraph, inList);
            }
            if (inList && !item && !stripped.isEmpty()) {
                lines.add("</ul>");
                inList = false;
            }
            if (fence) {
                lines.add(inCode ? "</pre>" : "<pre>");
                inCode = !inCode;
            } else if (inCode) {
                lines.add(escape(line.stripTrailing()));
            } else if (item) {
                if (!inList) {
                    lines.add("<ul>");
                    inList = true;
                }
                paragraph.append(stripped.substring(2));
            } else if (!stripped.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(stripped);
            }
        }
        flush(paragraph, inList);
        if (inList) {
            lines.add("</ul>");
        }
        if (inCode) {
            lines.add("</pre>");
        }
        return this;
    }

    private void flush(StringBuilder paragraph, boolean inList) {
        if (paragraph.isEmpty()) {
            return;
        }
        String html = inline(paragraph.toString());
        paragraph.setLength(0);
        if (inList) {
            wrap("<li>" + html);
        } else {
            paragraph(html);
        }
    }

    /** Adds a paragraph of HTML; nothing where it is blank. */
    Javadoc paragraph(String html) {
        if (!html.isBlank()) {
            boolean first = lines.isEmpty();
            if (!first) {
                lines.add("");
            }
            wrap(first ? html : "<p>" + html);
        }
        return this;
    }

    /** Adds a block tag; its text is Markdown, of which only the first paragraph is used. */
    Javadoc tag(String tag, String markdown) {
        if (lines.stream().noneMatch(line -> line.startsWith("@")) && !lines.isEmpty()) {
            lines.add("");
        }
        wrap(tag + " " + inline(markdown.strip().split("\\R\\s*\\R", 2)[0].replaceAll("\\s+", " ")));
        return this;
    }

    private void wrap(String html) {
        int width = WIDTH - indent.length() - 3;
        StringBuilder line = new StringBuilder();
        for (String word : html.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /** Text with the characters that have a meaning in Javadoc replaced. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u");
    }

    /** Text in the font of code. */
    static String code(String text) {
        boolean plain = !text.contains("*/") && !text.contains("\\u") && !text.contains("@") && isBalanced(text);
        return plain ? "{@code " + text + "}" : "<code>" + escape(text) + "</code>";
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static String inline(String markdown) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = CODE.matcher(markdown);
        int end = 0;
        while (matcher.find()) {
            html.append(links(markdown.substring(end, matcher.start()))).append(code(matcher.group(1)));
            end = matcher.end();
        }
        return html.append(links(markdown.substring(end))).toString();
    }

    private static String links(String markdown) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = LINK.matcher(markdown);
        int end = 0;
        while (matcher.find()) {
            html.append(escape(markdown.substring(end, matcher.start())));
            html.append("<a href=\"")
                    .append(escape(matcher.group(2)).replace("\"", "&quot;"))
                    .append("\">");
            html.append(escape(matcher.group(1))).append("</a>");
            end = matcher.end();
        }
        return html.append(escape(markdown.substring(end))).toString();
    }

    /** The comment, with a line break at its end. */
    @Override
    public String toString() {
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.size() == 1
                && lines.get(0).length() + indent.length() + 7 <= WIDTH
                && !lines.get(0).startsWith("@")) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        StringBuilder comment = new StringBuilder(indent + "/**\n");
        for (String line : lines) {
            comment.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
        }
        return comment.append(indent).append(" */\n").toString();
    }
}
