package io.github.triggerapi.mock.http;

import io.github.triggerapi.mock.document.Operation;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Operations whose bodies may be larger than memory. They go by way of files, without what JAX-RS does for others.
 *
 * @param path where the operations are
 * @param maxBytes how large the body of a request may be
 * @param write writes the body of a response to a file, which is there and empty
 * @param read takes the body of a request from a file
 */
public record LargeBodies(String path, int maxBytes, Step write, Step read) {
    /** Does something with a file. */
    @FunctionalInterface
    public interface Step {
        void with(Path file) throws IOException;
    }

    boolean has(Operation operation) {
        return operation.path().equals(path);
    }
}
