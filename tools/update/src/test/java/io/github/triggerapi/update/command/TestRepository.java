package io.github.triggerapi.update.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Creates repositories with a vendored document. */
final class TestRepository {

    static final String CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n";

    private TestRepository() {}

    /** Writes the vendored files to a directory. */
    static void create(Path repository, String document, String source) throws IOException {
        Files.createDirectories(repository.resolve("spec"));
        SpecLock lock = SpecLock.of(source, "Things", "1", LocalDate.of(2026, 1, 2), VendoredSpec.sha256(document));
        Files.writeString(repository.resolve(VendoredSpec.DOCUMENT), document);
        Files.writeString(repository.resolve(VendoredSpec.LOCK), lock.text());
        Files.writeString(repository.resolve(VendoredSpec.CHANGELOG), CHANGELOG);
    }
}
