package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.document.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * Operations whose bodies may be larger than memory. They go by way of files, without what JAX-RS does for others.
 *
 * @param path where the operations are
 * @param maxBytes how large the body of a request may be
 * @param write writes the body of a response to a file, which is there and empty
 * @param read takes the body of a request from a file
 * @param files a permit for each file that there may still be
 */
public record LargeBodies(String path, int maxBytes, Step write, Step read, Semaphore files) {
    /** How many files there may be at once. */
    private static final int MAX_FILES = 16;

    /** Those of one server. */
    public LargeBodies(String path, int maxBytes, Step write, Step read) {
        this(path, maxBytes, write, read, new Semaphore(MAX_FILES));
    }

    /** Does something with a file. */
    @FunctionalInterface
    public interface Step {
        void with(Path file) throws IOException;
    }

    boolean has(Operation operation) {
        return operation.path().equals(path);
    }
}
