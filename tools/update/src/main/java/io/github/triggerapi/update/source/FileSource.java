package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files. */
final class FileSource {

    private FileSource() {}

    static Path path(String location) {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new RejectedRevisionException(
                    location + ": is not a valid path: " + TextDecoder.firstLine(e.getReason()));
        }
    }

    static byte[] read(String location, RevisionReader.Limits limits) {
        Path path = path(location);
        if (Files.isDirectory(path)) {
            throw new RejectedRevisionException(location + ": is a directory; expected a file");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return limits.read(location, stream);
        } catch (NoSuchFileException e) {
            throw new RejectedRevisionException(
                    location + ": not found; expected an OpenAPI document or a page of documentation");
        } catch (AccessDeniedException e) {
            throw new RejectedRevisionException(location + ": permission denied; expected a readable file");
        } catch (IOException e) {
            String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
            throw new RejectedRevisionException(location + ": cannot be read: "
                    + TextDecoder.firstLine(String.valueOf(reason)) + "; expected a file");
        }
    }
}
