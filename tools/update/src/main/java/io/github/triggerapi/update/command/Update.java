package io.github.triggerapi.update.command;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.HttpMethods;
import io.github.triggerapi.update.Progress;
import io.github.triggerapi.update.RefusedException;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.Step;
import io.github.triggerapi.update.judge.Judgement;
import io.github.triggerapi.update.proof.Proof;
import io.github.triggerapi.update.report.ChangelogEntry;
import io.github.triggerapi.update.report.UpdateReport;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import io.github.triggerapi.update.source.Locations;
import io.github.triggerapi.update.source.Revision;
import io.github.triggerapi.update.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a revision of the document into a repository, or leaves the repository as it is. */
final class Update {

    /** Builds everything from a revision. */
    interface Builds {

        /**
         * Tells what comes of it.
         *
         * @param vendored the content of files of the repository that differ then
         * @return null where nothing is built
         */
        @Nullable
        Proof prove(Map<Path, String> vendored) throws IOException;
    }

    private final Path repository;
    private final Folder folder;
    private final Builds builds;
    private final Progress progress;
    private final LocalDate today;

    Update(Path repository, Folder folder, Builds builds, Progress progress, LocalDate today) {
        this.repository = repository;
        this.folder = folder;
        this.builds = builds;
        this.progress = progress;
        this.today = today;
    }

    /**
     * Takes in a revision.
     *
     * @param locations where it is; empty for where the vendored document came from
     * @param acceptBreaking whether one that breaks users is taken in as well
     * @return what there is to say of it; empty where it is the vendored document
     * @throws RefusedException where it cannot be taken in by anybody
     */
    Optional<UpdateReport> run(List<String> locations, boolean acceptBreaking) throws IOException {
        Vendored vendored = Vendored.read(repository);
        Lock old = vendored.lock();
        List<String> from = locations.isEmpty() ? Locations.of(old.source()) : locations;
        progress.step("read " + String.join(" ", from));
        Revision revision = Sources.read(from);
        if (revision.text().equals(vendored.document())) {
            return Optional.empty();
        }
        progress.step("judge and compare");
        Judgement judgement = Judgement.of(revision);
        Document before = Document.read(repository.resolve(Vendored.DOCUMENT));
        Comparison comparison = Comparison.of(before.root().json(), judgement.tree());
        folder.demandRoom();
        demandWritable();
        ChangelogEntry.demandPlace(vendored.changelog());
        Lock lock = Lock.of(
                Locations.line(from), judgement.title(), judgement.version(), today, Vendored.sha256(revision.text()));
        Map<Path, String> contents = new LinkedHashMap<>();
        contents.put(Vendored.DOCUMENT, revision.text());
        contents.put(Vendored.LOCK, lock.text());
        // What is put in place below are these texts. Files that a build has written are not read again.
        Proof proof = builds.prove(Map.copyOf(contents));
        UpdateReport report = new UpdateReport(
                new UpdateReport.Document(old.source(), old.title(), old.version(), old.sha256(), operations(before)),
                new UpdateReport.Document(
                        lock.source(), lock.title(), lock.version(), lock.sha256(), judgement.operations()),
                today,
                judgement.warnings(),
                comparison,
                proof,
                outcome(comparison, proof, acceptBreaking));
        if (isTakenIn(report)) {
            contents.put(Vendored.CHANGELOG, ChangelogEntry.of(report).insertedInto(vendored.changelog()));
            progress.step("put the files in place");
            new Placement(repository).replace(vendored.files(), contents);
        }
        return Optional.of(report);
    }

    /** Whether the repository has the revision now. */
    static boolean isTakenIn(UpdateReport report) {
        return report.outcome() == Outcome.TAKEN_IN || report.outcome() == Outcome.TAKEN_IN_BREAKING;
    }

    private static Outcome outcome(Comparison comparison, @Nullable Proof proof, boolean acceptBreaking) {
        if (proof != null && !proof.faults().isEmpty()) {
            return Outcome.REFUSED_FAULTY;
        }
        if (comparison.step() == Step.MAJOR) {
            return acceptBreaking ? Outcome.TAKEN_IN_BREAKING : Outcome.REFUSED_BREAKING;
        }
        if (proof == null) {
            return Outcome.TAKEN_IN;
        }
        if (!proof.incompatibilities().isEmpty()) {
            // Nothing in the document breaks anybody: the generators do.
            return Outcome.REFUSED_FAULTY;
        }
        return proof.owed().isEmpty() || acceptBreaking ? Outcome.TAKEN_IN : Outcome.REFUSED_OWING;
    }

    private static int operations(Document document) {
        return (int) document.root().get("paths").members().stream()
                .flatMap(path -> path.names().stream())
                .filter(HttpMethods.ALL::contains)
                .count();
    }

    /** Better now than after a build. */
    private void demandWritable() {
        Stream.of(Path.of(""), Path.of("spec"), Vendored.DOCUMENT, Vendored.LOCK, Vendored.CHANGELOG)
                .map(repository::resolve)
                .filter(path -> !Files.isWritable(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new RefusedException(path + ": cannot be written; expected the permission to");
                });
    }
}
