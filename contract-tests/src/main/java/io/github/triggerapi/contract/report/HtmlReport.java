package io.github.triggerapi.contract.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.triggerapi.openapi.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders the report of a gate run as a single HTML page without external resources. */
public final class HtmlReport {

    private static final Pattern LINE = Pattern.compile("[^\n\t]+");

    private static final Template PAGE = Mustache.compiler()
            .withEscaper(HtmlReport::escape)
            .emptyStringIsFalse(true)
            .compile(resource("report.html.mustache"));

    private static final Object RESOURCES = Map.of("style", resource("report.css"), "script", resource("report.js"));

    private HtmlReport() {}

    /**
     * Writes the page, replacing an existing file.
     *
     * @param file the target; missing parent directories are created
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(GateReport report, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, render(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String render(GateReport report) {
        StringWriter page = new StringWriter();
        PAGE.execute(new PageView(report), RESOURCES, page);
        return page.toString();
    }

    /** Escapes a string for HTML and makes invisible characters visible, except for line feeds and tabs. */
    private static String escape(String text) {
        String visible = LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(VisibleText.of(line.group())));
        return Escapers.HTML.escape(visible);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
