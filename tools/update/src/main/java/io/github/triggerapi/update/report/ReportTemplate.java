package io.github.triggerapi.update.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The templates of reports. They escape all values. */
enum ReportTemplate {
    HTML("report.html.mustache", Escapers.HTML),
    MARKDOWN("report.md.mustache", Markdown::text);

    private final com.samskivert.mustache.Template compiled;

    ReportTemplate(String name, Mustache.Escaper escaper) {
        this.compiled = Mustache.compiler()
                .withEscaper(escaper)
                .emptyStringIsFalse(true)
                .compile(resource(name));
    }

    /** Renders a report with further values that the template refers to. */
    String render(ReportView view, Map<String, Object> others) {
        Map<String, Object> names = new HashMap<>(others);
        names.put("report", view);
        return compiled.execute(names);
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportTemplate.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
