package io.github.triggerapi.codegen.source;

import java.util.ArrayList;
import java.util.List;

/** A Javadoc comment of at most 120 columns. */
public final class Javadoc implements SafeSource {

    private static final int WIDTH = 120;

    private final String indent;
    private final List<String> lines = new ArrayList<>();

    private Javadoc(int indent) {
        this.indent = " ".repeat(indent);
    }

    /** Returns a new comment with the given indentation. */
    public static Javadoc indented(int spaces) {
        return new Javadoc(spaces);
    }

    /** Adds Markdown: paragraphs, lists, fenced code, links and code. */
    public Javadoc markdown(String text) {
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
            boolean continued = !paragraph.isEmpty() && !fence;
            if (inList && !item && !continued && !stripped.isEmpty()) {
                lines.add("</ul>");
                inList = false;
            }
            if (fence) {
                lines.add(inCode ? "</pre>" : "<pre>");
                inCode = !inCode;
            } else if (inCode) {
                lines.add(CommentText.text(line.stripTrailing().replace("\t", "    "))
                        .source());
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
        CommentText html = CommentText.markdown(paragraph.toString());
        paragraph.setLength(0);
        if (inList) {
            wrap(CommentText.of("<li>$", html));
        } else {
            paragraph(html);
        }
    }

    /** Adds a paragraph, unless it is empty. */
    public Javadoc paragraph(CommentText text) {
        if (!text.isEmpty()) {
            boolean first = lines.isEmpty();
            if (!first) {
                lines.add("");
            }
            wrap(first ? text : CommentText.of("<p>$", text));
        }
        return this;
    }

    /** Adds a {@code @param} tag. */
    public Javadoc param(Name name, CommentText text) {
        return tag(CommentText.of("@param $ $", name, text));
    }

    /** Adds a {@code @return} tag. */
    public Javadoc returns(CommentText text) {
        return tag(CommentText.of("@return $", text));
    }

    /** Adds a {@code @throws} tag. */
    public Javadoc throwing(Name exception, CommentText text) {
        return tag(CommentText.of("@throws $ $", exception, text));
    }

    private Javadoc tag(CommentText tag) {
        if (lines.stream().noneMatch(line -> line.startsWith("@")) && !lines.isEmpty()) {
            lines.add("");
        }
        wrap(tag);
        return this;
    }

    private void wrap(CommentText text) {
        int width = WIDTH - indent.length() - 3;
        StringBuilder line = new StringBuilder();
        for (String word : text.source().split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /** Returns the comment with a line break at its end, or nothing if it is empty. */
    @Override
    public String source() {
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
