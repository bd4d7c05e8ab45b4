package io.github.triggerapi.update.command;

import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.report.UpdateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes {@code result.properties}, the outcome for scripts. */
final class ResultProperties {

    private static final String FILE = "result.properties";

    private ResultProperties() {}

    /** Deletes the files of an earlier update. */
    static void clear(Path directory) throws IOException {
        for (String file : List.of(FILE, "report.md", "report.html", "gate.html", "build.log")) {
            Files.deleteIfExists(directory.resolve(file));
        }
    }

    static void unchanged(Path directory) throws IOException {
        write(directory, "unchanged", VersionIncrement.NONE, "compatible", "The document is unchanged", "0");
    }

    static void rejected(Path directory) throws IOException {
        write(directory, "rejected_input", VersionIncrement.NONE, "compatible", "The document was rejected", "0");
    }

    static void of(Path directory, UpdateReport report) throws IOException {
        write(
                directory,
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.comparison().increment(),
                report.label(),
                report.title(),
                report.build().isSkipped()
                        ? "unknown"
                        : Integer.toString(report.build().manualEdits().size()));
    }

    private static void write(
            Path directory, String outcome, VersionIncrement increment, String label, String title, String manualEdits)
            throws IOException {
        Files.writeString(
                directory.resolve(FILE),
                String.join(
                        "\n",
                        "outcome=" + outcome,
                        "increment=" + increment,
                        "label=" + label,
                        "title=" + title,
                        "manualEdits=" + manualEdits,
                        ""));
    }
}
