package io.github.triggerapi.update.report;

import java.util.Map;

/** A report as one page of HTML, which needs nothing beside itself. */
public final class HtmlReport {

    private static final Map<String, Object> PARTS =
            Map.of("style", ReportTemplate.resource("report.css"), "script", ReportTemplate.resource("report.js"));

    private HtmlReport() {}

    /** The whole report. */
    public static String of(UpdateReport report) {
        return ReportTemplate.HTML.render(ReportView.of(report), PARTS);
    }
}
