package io.github.triggerapi.update.report;

import com.samskivert.mustache.Mustache;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a report as the description of a pull request on GitHub. */
public final class MarkdownReport {

    /** The greatest size in bytes. GitHub allows as many characters, less some lines around it. */
    static final int MOST = 64_000;

    /** The greatest length of a string in an entry, in characters. */
    private static final int TEXT = 400;

    /** The sections in the order in which they are shortened. */
    private static final List<String> EXPENDABLE =
            List.of("prose", "compatible", "warnings", "interface", "defects", "manual-edits", "breaking");

    /** The greatest number of entries of a section that is shortened. */
    private static final int MANY = 256;

    private MarkdownReport() {}

    /** Returns the report in Markdown, shortened if it is too long for GitHub. */
    public static String of(UpdateReport report) {
        ReportView view = ReportView.of(report, text -> ReportFormat.ends(text, TEXT));
        List<ReportSection> sections = new ArrayList<>(view.sections());
        String text = render(view);
        for (int limit = MANY; tooLong(text); limit /= 2) {
            text = shortened(text, view, sections, limit);
        }
        return text;
    }

    /** Shortens one section after the other to a number of entries, until the report fits or all are shortened. */
    private static String shortened(String report, ReportView view, List<ReportSection> sections, int limit) {
        String text = report;
        for (String id : EXPENDABLE) {
            if (sections.stream().anyMatch(section -> section.id().equals(id) && section.size() > limit)) {
                sections.replaceAll(section -> section.id().equals(id) ? section.first(limit) : section);
                text = render(view.with(sections, true));
                if (!tooLong(text)) {
                    return text;
                }
            }
        }
        return text;
    }

    private static boolean tooLong(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > MOST;
    }

    private static String render(ReportView view) {
        Mustache.Lambda code = (fragment, out) -> out.write(Markdown.code(fragment.execute()));
        Mustache.Lambda block = (fragment, out) -> out.write(Markdown.block(fragment.execute()));
        return ReportTemplate.MARKDOWN.render(view, Map.of("code", code, "block", block));
    }
}
