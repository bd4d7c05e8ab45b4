package io.github.triggerapi.update.command;

import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.report.UpdateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The outcome in a few words, for scripts. */
final class ResultProperties {

    private static final String FILE = "result.properties";

    private ResultProperties() {}

    /** Takes away what an earlier run left: it must not be taken for what this one found. */
    static void clear(Path folder) throws IOException {
        for (String file : List.of(FILE, "report.md", "report.html", "gate.html", "build.log")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    static void unchanged(Path folder) throws IOException {
        write(folder, "unchanged", VersionIncrement.NONE, "compatible", "The document is unchanged", "0");
    }

    static void refused(Path folder) throws IOException {
        write(folder, "rejected_input", VersionIncrement.NONE, "compatible", "The document was refused", "0");
    }

    static void of(Path folder, UpdateReport report) throws IOException {
        write(
                folder,
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.comparison().increment(),
                report.label(),
                report.title(),
                report.build() == null
                        ? "unknown"
                        : Integer.toString(report.build().manualEdits().size()));
    }

    private static void write(
            Path folder, String outcome, VersionIncrement step, String label, String title, String owed)
            throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                String.join(
                        "\n",
                        "outcome=" + outcome,
                        "step=" + step,
                        "label=" + label,
                        "title=" + title,
                        "manualEdits=" + owed,
                        ""));
    }
}
