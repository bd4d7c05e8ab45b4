package io.github.triggerapi.update.command;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The vendored document of a repository, with what is kept beside it.
 *
 * @param document the text of the YAML
 * @param lockText the text of the lock
 * @param changelog the text of the changelog
 */
record VendoredSpec(String document, String lockText, String changelog) {

    static final Path DOCUMENT = Path.of("spec", "trigger-api.yaml");
    static final Path LOCK = Path.of("spec", "trigger-api.lock.properties");
    static final Path CHANGELOG = Path.of("CHANGELOG.md");

    /** Reads it, and demands that document and lock belong together. */
    static VendoredSpec read(Path repository) throws IOException {
        String document = text(repository, DOCUMENT);
        String lockText = text(repository, LOCK);
        SpecLock lock = SpecLock.parse(lockText);
        String digest = sha256(document);
        if (!digest.equals(lock.sha256())) {
            throw new RejectedRevisionException(
                    DOCUMENT + ": has the SHA-256 digest " + digest + ", expected that of the lock, " + lock.sha256()
                            + "; nobody may edit it: restore it, then run this again");
        }
        return new VendoredSpec(document, lockText, text(repository, CHANGELOG));
    }

    SpecLock lock() {
        return SpecLock.parse(lockText);
    }

    /** The text of each file, by its place in the repository. */
    Map<Path, String> files() {
        return Map.of(DOCUMENT, document, LOCK, lockText, CHANGELOG, changelog);
    }

    private static String text(Path repository, Path file) throws IOException {
        try {
            return Files.readString(repository.resolve(file));
        } catch (NoSuchFileException e) {
            throw new RejectedRevisionException(
                    file + ": there is no such file in " + repository + "; expected the top folder of the repository");
        }
    }

    /** The digest of a text in UTF-8, in lower-case hex. */
    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
