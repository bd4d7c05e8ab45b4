package io.github.triggerapi.update.report;

import com.samskivert.mustache.Mustache;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report as the text of a pull request on GitHub. */
public final class MarkdownReport {

    /** In bytes: what GitHub allows, in characters, less some lines around it. */
    static final int MOST = 64_000;

    /** In characters: what one text may have, so that no entry crowds out the others. */
    private static final int TEXT = 400;

    /** What is left out first. */
    private static final List<String> EXPENDABLE =
            List.of("prose", "compatible", "warnings", "interface", "defects", "manual-edits", "breaking");

    /** Up to so many entries, a section is tried in full. */
    private static final int MANY = 256;

    private MarkdownReport() {}

    /** The report in Markdown, shortened where GitHub would not take it, and then it says so. */
    public static String of(UpdateReport report) {
        ReportView view = ReportView.of(report);
        List<ReportSection> sections = new ArrayList<>(view.sections());
        sections.replaceAll(section -> section.map(text -> TextFormat.ends(text, TEXT)));
        String text = render(view.with(sections, false));
        for (int limit = MANY; tooLong(text); limit /= 2) {
            text = shortened(view, sections, limit);
        }
        return text;
    }

    /** Lets one section after the other have no more entries than the limit, until the text fits or all have. */
    private static String shortened(ReportView view, List<ReportSection> sections, int limit) {
        String text = "";
        for (String id : EXPENDABLE) {
            sections.replaceAll(section -> section.id().equals(id) ? section.first(limit) : section);
            text = render(view.with(sections, true));
            if (!tooLong(text)) {
                return text;
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
