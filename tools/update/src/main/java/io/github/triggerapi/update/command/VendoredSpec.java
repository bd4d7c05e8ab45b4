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
 * The vendored document of a repository, with its lock file and the changelog.
 *
 * @param document the content of the YAML file
 * @param lockText the content of the lock file
 * @param changelog the content of the changelog
 */
record VendoredSpec(String document, String lockText, String changelog) {

    static final Path DOCUMENT = Path.of("spec", "trigger-api.yaml");
    static final Path LOCK = Path.of("spec", "trigger-api.lock.properties");
    /** Operations that the vendored document does not describe. A repository may have none. */
    static final Path SUPPLEMENT = Path.of("spec", "supplement.yaml");

    static final Path CHANGELOG = Path.of("CHANGELOG.md");

    /** Reads the files and checks the digest in the lock file. */
    static VendoredSpec read(Path repository) throws IOException {
        String document = text(repository, DOCUMENT);
        String lockText = text(repository, LOCK);
        SpecLock lock = SpecLock.parse(lockText);
        String digest = sha256(document);
        if (!digest.equals(lock.sha256())) {
            throw new RejectedRevisionException(
                    DOCUMENT + ": has the SHA-256 digest " + digest + "; expected that of the lock file, "
                            + lock.sha256() + "; the file must not be edited: restore it, then run this command again");
        }
        return new VendoredSpec(document, lockText, text(repository, CHANGELOG));
    }

    SpecLock lock() {
        return SpecLock.parse(lockText);
    }

    /** Returns the contents by paths relative to the repository. */
    Map<Path, String> files() {
        return Map.of(DOCUMENT, document, LOCK, lockText, CHANGELOG, changelog);
    }

    private static String text(Path repository, Path file) throws IOException {
        try {
            return Files.readString(repository.resolve(file));
        } catch (NoSuchFileException e) {
            throw new RejectedRevisionException(
                    file + ": not found in " + repository + "; expected the root of the repository");
        }
    }

    /** Returns the SHA-256 digest of a string in UTF-8, in lower-case hexadecimal. */
    static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
