package io.github.triggerapi.update.report;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes a report as a self-contained HTML page. */
public final class HtmlReport {

    private static final Map<String, Object> PARTS =
            Map.of("style", ReportTemplate.resource("report.css"), "script", ReportTemplate.resource("report.js"));

    private HtmlReport() {}

    /** Returns the complete report. */
    public static String of(UpdateReport report) {
        return ReportTemplate.HTML.render(ReportView.of(report, UnaryOperator.identity()), PARTS);
    }
}
