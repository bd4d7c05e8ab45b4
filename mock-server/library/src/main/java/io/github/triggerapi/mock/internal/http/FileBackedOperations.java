package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Operations whose bodies may be larger than memory. They are handled with files, without a resource.
 *
 * @param path the path of the operations
 * @param maxBytes the size limit of the body of a request
 * @param write writes the body of a response to an existing empty file
 * @param read reads the body of a request from a file
 * @param files has a permit for each further file
 */
public record FileBackedOperations(String path, int maxBytes, Step write, Step read, Semaphore files) {
    /** The maximum number of files at the same time. */
    private static final int MAX_FILES = 16;

    /** Creates the operations of one server. */
    public FileBackedOperations(String path, int maxBytes, Step write, Step read) {
        this(path, maxBytes, write, read, new Semaphore(MAX_FILES));
    }

    /** Reads or writes a file. */
    @FunctionalInterface
    public interface Step {
        void with(Path file) throws IOException;
    }

    boolean has(Operation operation) {
        return operation.path().equals(path);
    }
}
