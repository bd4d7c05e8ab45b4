package io.github.triggerapi.update.command;

import io.github.triggerapi.openapi.WorkflowSafeText;
import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.build.RevisionBuild;
import io.github.triggerapi.update.report.HtmlReport;
import io.github.triggerapi.update.report.MarkdownReport;
import io.github.triggerapi.update.report.TerminalReport;
import io.github.triggerapi.update.report.UpdateReport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that updates the vendored spec. {@code spec/Update.java} builds and starts it. */
@Command(
        name = "java spec/Update.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Updates the vendored OpenAPI document to a new revision. Reads and validates the revision, compares it"
                    + " with the vendored one, builds and tests all modules with it in a copy of the repository, and"
                    + " writes reports. If all of that succeeds, replaces the document and its lock file and adds an"
                    + " entry to the changelog; otherwise leaves the repository unchanged.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 updated or unchanged; 1 rejected; 2 invalid arguments.",
            "Writes report.html, report.md, result.properties and the Maven log build.log to target/update."
        })
public final class Main implements Callable<Integer> {

    private static final int REJECTED = 1;

    @Option(
            names = "--accept-breaking",
            description =
                    "accept a revision that breaks users of the client or the server stubs, or that requires manual edits")
    private boolean acceptBreaking;

    @Option(names = "--skip-build", description = "update without building and testing, so that no generated code runs")
    private boolean skipBuild;

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description =
                    "URL or file of an OpenAPI document in YAML or JSON, or of a documentation page that contains one;"
                            + " several are merged. Default: the source of the vendored document")
    private List<String> sources = new ArrayList<>();

    private final Path repository;

    private Main(Path repository) {
        this.repository = repository;
    }

    /**
     * Runs the command in the working directory, which is the root of the repository, and exits.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(run(Path.of("").toAbsolutePath(), arguments));
    }

    static int run(Path repository, String... arguments) {
        return new CommandLine(new Main(repository)).execute(arguments);
    }

    @Override
    public Integer call() {
        try (ReportDirectory directory = ReportDirectory.take(repository)) {
            return update(directory);
        } catch (RejectedRevisionException e) {
            return reject(e.getMessage(), e.details());
        } catch (IOException e) {
            return reject(PrintableLine.of(line(e)) + unfinished(), List.of());
        }
    }

    private int update(ReportDirectory directory) throws IOException {
        ResultProperties.clear(directory.path());
        try {
            if (new AtomicFileReplacement(repository).finish()) {
                System.out.println("Completed an interrupted update.");
            }
            Optional<UpdateReport> report = run(directory);
            return report.isPresent() ? report(directory, report.get()) : unchanged(directory);
        } catch (RejectedRevisionException | IOException e) {
            ResultProperties.rejected(directory.path());
            throw e;
        }
    }

    private Optional<UpdateReport> run(ReportDirectory directory) throws IOException {
        try (TerminalProgress progress = new TerminalProgress(System.err, Ansi.AUTO.enabled())) {
            RevisionBuild prover = new RevisionBuild(repository, directory.path(), progress);
            Update.Build builds = skipBuild ? (vendored, compatible) -> BuildResult.SKIPPED : prover::run;
            return new Update(repository, directory, builds, progress, LocalDate.now()).run(sources, acceptBreaking);
        }
    }

    private int unchanged(ReportDirectory directory) throws IOException {
        ResultProperties.unchanged(directory.path());
        System.out.println("Unchanged: the revision is identical to the vendored document.");
        return 0;
    }

    private static int report(ReportDirectory directory, UpdateReport report) throws IOException {
        Files.writeString(directory.path().resolve("report.md"), MarkdownReport.of(report));
        Files.writeString(directory.path().resolve("report.html"), HtmlReport.of(report));
        ResultProperties.of(directory.path(), report);
        String full = ReportDirectory.PLACE.resolve("report.html").toString();
        System.out.print(TerminalReport.of(report, full, Ansi.AUTO.enabled()));
        return report.outcome().isUpdated() ? 0 : REJECTED;
    }

    private static int reject(String message, List<String> details) {
        System.err.println(Ansi.AUTO.string("@|bold,red Rejected:|@ ") + WorkflowSafeText.of(message));
        details.forEach(detail -> System.err.println("  " + WorkflowSafeText.of(detail)));
        return REJECTED;
    }

    private String unfinished() {
        return new AtomicFileReplacement(repository).isUnfinished()
                ? "; only some files are replaced: run this command again to complete the update"
                : "";
    }

    /** Returns a description of the exception; some exceptions have their reason only in their class. */
    private static String line(IOException e) {
        if (e instanceof FileSystemException file) {
            String reason = file.getReason() != null
                    ? file.getReason()
                    : e instanceof NoSuchFileException
                            ? "there is no such file"
                            : e instanceof AccessDeniedException
                                    ? "permission denied"
                                    : e.getClass().getSimpleName();
            return file.getFile() + ": " + reason;
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
