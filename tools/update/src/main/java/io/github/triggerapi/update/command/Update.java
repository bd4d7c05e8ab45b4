package io.github.triggerapi.update.command;

import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentReader;
import io.github.triggerapi.openapi.merge.MergeException;
import io.github.triggerapi.openapi.merge.MergedFiles;
import io.github.triggerapi.update.Progress;
import io.github.triggerapi.update.RejectedRevisionException;
import io.github.triggerapi.update.build.BuildResult;
import io.github.triggerapi.update.compare.Comparison;
import io.github.triggerapi.update.compare.VersionIncrement;
import io.github.triggerapi.update.report.ChangelogEntry;
import io.github.triggerapi.update.report.UpdateReport;
import io.github.triggerapi.update.report.UpdateReport.Outcome;
import io.github.triggerapi.update.source.Revision;
import io.github.triggerapi.update.source.RevisionReader;
import io.github.triggerapi.update.source.SourceList;
import io.github.triggerapi.update.validate.RulesCheck;
import io.github.triggerapi.update.validate.ValidatedRevision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Updates a repository to a new revision, or leaves it unchanged. */
final class Update {

    /** Builds and tests all modules with a revision. */
    interface Build {

        /**
         * Runs the build.
         *
         * @param vendored the new contents of files, by paths relative to the repository
         * @param compatible whether the comparison found that existing code still works
         */
        BuildResult run(Map<Path, String> vendored, boolean compatible) throws IOException;
    }

    private final Path repository;
    private final ReportDirectory directory;
    private final Build build;
    private final Progress progress;
    private final LocalDate today;

    Update(Path repository, ReportDirectory directory, Build build, Progress progress, LocalDate today) {
        this.repository = repository;
        this.directory = directory;
        this.build = build;
        this.progress = progress;
        this.today = today;
    }

    /**
     * Runs the update.
     *
     * @param locations the sources of the revision; empty for those of the vendored document
     * @param acceptBreaking whether a revision that breaks users is accepted
     * @return the report; empty if the revision is identical to the vendored document
     * @throws RejectedRevisionException if the revision is invalid or unsupported
     */
    Optional<UpdateReport> run(List<String> locations, boolean acceptBreaking) throws IOException {
        VendoredSpec vendored = VendoredSpec.read(repository);
        SpecLock old = vendored.lock();
        List<String> from = locations.isEmpty() ? SourceList.of(old.source()) : locations;
        progress.step("read " + String.join(" ", from));
        Revision revision = RevisionReader.read(from);
        if (revision.text().equals(vendored.document())) {
            return Optional.empty();
        }
        progress.step("validate and compare");
        // Alone at first, so that a fault of the revision is not taken for one of the supplement.
        ValidatedRevision judgement = ValidatedRevision.of(revision);
        MergedFiles merged = merged(revision.text());
        ValidatedRevision whole = ValidatedRevision.of(
                new Revision(revision.source() + " with " + VendoredSpec.SUPPLEMENT, merged.document()));
        RulesCheck.check(whole, repository.resolve(VendoredSpec.DOCUMENT), merged.rules());
        Document before = Document.read(repository.resolve(VendoredSpec.DOCUMENT));
        MergedFiles mergedBefore = merged(vendored.document());
        Comparison comparison = Comparison.of(DocumentReader.readLeniently(mergedBefore.document()), whole.tree());
        List<String> described = merged.replaced().stream()
                .filter(operation -> !mergedBefore.replaced().contains(operation))
                .toList();
        directory.checkFreeSpace();
        checkWritable();
        ChangelogEntry.checkHasPlace(vendored.changelog());
        SpecLock lock = SpecLock.of(
                SourceList.line(from),
                judgement.title(),
                judgement.version(),
                today,
                VendoredSpec.sha256(revision.text()));
        Map<Path, String> contents = new LinkedHashMap<>();
        contents.put(VendoredSpec.DOCUMENT, revision.text());
        contents.put(VendoredSpec.LOCK, lock.text());
        // These contents are written below, whatever the build does to the files of its copy.
        BuildResult result = build.run(Map.copyOf(contents), comparison.increment() != VersionIncrement.MAJOR);
        UpdateReport report = new UpdateReport(
                new UpdateReport.Document(
                        old.source(),
                        old.title(),
                        old.version(),
                        old.sha256(),
                        before.operations().size()),
                new UpdateReport.Document(
                        lock.source(), lock.title(), lock.version(), lock.sha256(), judgement.operations()),
                today,
                judgement.warnings(),
                described,
                comparison,
                result,
                outcome(comparison, result, acceptBreaking));
        if (report.outcome().isUpdated()) {
            contents.put(VendoredSpec.CHANGELOG, ChangelogEntry.of(report).insertedInto(vendored.changelog()));
            progress.step("replace the files");
            new AtomicFileReplacement(repository).replace(vendored.files(), contents);
        }
        return Optional.of(report);
    }

    /** Returns a document as it is built: with the supplement, if the repository has one. */
    private MergedFiles merged(String document) throws IOException {
        Path supplement = repository.resolve(VendoredSpec.SUPPLEMENT);
        try {
            return MergedFiles.of(
                    document,
                    repository.resolve(VendoredSpec.DOCUMENT),
                    Files.exists(supplement) ? Optional.of(supplement) : Optional.empty());
        } catch (MergeException e) {
            throw new RejectedRevisionException(
                    VendoredSpec.SUPPLEMENT
                            + ": cannot be merged with the revision; correct the places that are listed",
                    e.faults());
        }
    }

    private static Outcome outcome(Comparison comparison, BuildResult build, boolean acceptBreaking) {
        if (!build.defects().isEmpty()) {
            return Outcome.REJECTED_DEFECT;
        }
        if (comparison.increment() == VersionIncrement.MAJOR) {
            return acceptBreaking ? Outcome.UPDATED_BREAKING : Outcome.REJECTED_BREAKING;
        }
        if (!build.incompatibilities().isEmpty()) {
            // The changes are compatible, but the generators are not.
            return Outcome.REJECTED_DEFECT;
        }
        return build.manualEdits().isEmpty() || acceptBreaking ? Outcome.UPDATED : Outcome.REJECTED_MANUAL_EDITS;
    }

    /** Fails early instead of after a long build. */
    private void checkWritable() {
        Stream.of(Path.of(""), Path.of("spec"), VendoredSpec.DOCUMENT, VendoredSpec.LOCK, VendoredSpec.CHANGELOG)
                .map(repository::resolve)
                .filter(path -> !Files.isWritable(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new RejectedRevisionException(path + ": is not writable; expected write permission");
                });
    }
}
