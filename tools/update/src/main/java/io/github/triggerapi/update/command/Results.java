package io.github.triggerapi.update.command;

import io.github.triggerapi.update.compare.Step;
import io.github.triggerapi.update.report.UpdateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The outcome in a few words, for scripts. */
final class Results {

    private static final String FILE = "result.properties";

    private Results() {}

    /** Takes away what an earlier run left: it must not be taken for what this one found. */
    static void clear(Path folder) throws IOException {
        for (String file : List.of(FILE, "report.md", "report.html", "gate.html", "build.log")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    static void unchanged(Path folder) throws IOException {
        write(folder, "unchanged", Step.NONE, "compatible", "The document is unchanged", "0");
    }

    static void refused(Path folder) throws IOException {
        write(folder, "refused_input", Step.NONE, "compatible", "The document was refused", "0");
    }

    static void of(Path folder, UpdateReport report) throws IOException {
        write(
                folder,
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.comparison().step(),
                report.label(),
                report.title(),
                report.proof() == null
                        ? "unknown"
                        : Integer.toString(report.proof().owed().size()));
    }

    private static void write(Path folder, String outcome, Step step, String label, String title, String owed)
            throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                String.join(
                        "\n",
                        "outcome=" + outcome,
                        "step=" + step,
                        "label=" + label,
                        "title=" + title,
                        "owed=" + owed,
                        ""));
    }
}
