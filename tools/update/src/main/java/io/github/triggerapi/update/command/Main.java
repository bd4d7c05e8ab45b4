package io.github.triggerapi.update.command;

import io.github.triggerapi.openapi.ConsoleText;
import io.github.triggerapi.update.PrintableLine;
import io.github.triggerapi.update.RejectedRevisionException;
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

/** The command that takes in a revision. {@code spec/Update.java} builds and starts it. */
@Command(
        name = "java spec/Update.java",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes in a revision of the OpenAPI document: reads, judges and compares it, builds and tests everything"
                    + " from it in a copy of the repository, reports, and puts the document, its lock and a line of"
                    + " the changelog in place. Anything wrong leaves the repository as it was.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 taken in, or nothing to do; 1 refused; 2 wrong arguments.",
            "Reports: target/update/report.html, report.md and result.properties; what Maven said: build.log."
        })
public final class Main implements Callable<Integer> {

    private static final int REFUSED = 1;

    @Option(
            names = "--accept-breaking",
            description = "take in a revision that breaks users of the client or of the stubs, or owes edits by hand")
    private boolean acceptBreaking;

    @Option(
            names = "--skip-build",
            description =
                    "put the revision in place without building or testing it, so that no code generated from it runs")
    private boolean skipBuild;

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description = "address or file of a document in YAML or JSON, or of a page of documentation that has one;"
                    + " several pages are merged; by default where the vendored document came from")
    private List<String> sources = new ArrayList<>();

    private final Path repository;

    private Main(Path repository) {
        this.repository = repository;
    }

    /**
     * Runs the command in the working directory, the top folder of the repository, and ends the virtual machine.
     *
     * @param arguments as {@code --help} shows them
     */
    public static void main(String[] arguments) {
        System.exit(run(Path.of("").toAbsolutePath(), arguments));
    }

    static int run(Path repository, String... arguments) {
        return new CommandLine(new Main(repository)).execute(arguments);
    }

    @Override
    public Integer call() {
        try (UpdateDirectory folder = UpdateDirectory.take(repository)) {
            return update(folder);
        } catch (RejectedRevisionException e) {
            return refuse(e.getMessage(), e.details());
        } catch (IOException e) {
            return refuse(PrintableLine.of(line(e)) + unfinished(), List.of());
        }
    }

    private int update(UpdateDirectory folder) throws IOException {
        ResultProperties.clear(folder.path());
        try {
            if (new AtomicFileReplacement(repository).finish()) {
                System.out.println("An update that was cut off is finished now.");
            }
            Optional<UpdateReport> report = run(folder);
            return report.isPresent() ? report(folder, report.get()) : unchanged(folder);
        } catch (RejectedRevisionException | IOException e) {
            ResultProperties.refused(folder.path());
            throw e;
        }
    }

    private Optional<UpdateReport> run(UpdateDirectory folder) throws IOException {
        try (TerminalProgress progress = new TerminalProgress(System.err, Ansi.AUTO.enabled())) {
            RevisionBuild prover = new RevisionBuild(repository, folder.path(), progress);
            Update.Build builds = skipBuild ? vendored -> null : prover::run;
            return new Update(repository, folder, builds, progress, LocalDate.now()).run(sources, acceptBreaking);
        }
    }

    private int unchanged(UpdateDirectory folder) throws IOException {
        ResultProperties.unchanged(folder.path());
        System.out.println("Unchanged: it is the vendored document, byte for byte. Nothing to do.");
        return 0;
    }

    private static int report(UpdateDirectory folder, UpdateReport report) throws IOException {
        Files.writeString(folder.path().resolve("report.md"), MarkdownReport.of(report));
        Files.writeString(folder.path().resolve("report.html"), HtmlReport.of(report));
        ResultProperties.of(folder.path(), report);
        String full = UpdateDirectory.PLACE.resolve("report.html").toString();
        System.out.print(TerminalReport.of(report, full, Ansi.AUTO.enabled()));
        return Update.isUpdated(report) ? 0 : REFUSED;
    }

    private static int refuse(String message, List<String> details) {
        System.err.println(Ansi.AUTO.string("@|bold,red Refused:|@ ") + ConsoleText.of(message));
        details.forEach(detail -> System.err.println("  " + ConsoleText.of(detail)));
        return REFUSED;
    }

    private String unfinished() {
        return new AtomicFileReplacement(repository).isUnfinished()
                ? "; the files are half in place: run this again to finish what was begun"
                : "";
    }

    /** What went wrong with a file, which exceptions tell in their class as often as in their message. */
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
