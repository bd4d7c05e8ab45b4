package io.github.triggerapi.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.contract.code.SwaggerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The lock of the vendored document, which {@code -Dspec} replaces by another document. */
public final class VendoredDocument {

    private static final String LOCK = "/io/github/triggerapi/spec/trigger-api.lock.properties";

    private VendoredDocument() {}

    /** Skips a test of the vendored document if the build uses another. */
    public static void assumeInUse() {
        assumeTrue(isInUse(), "the build uses another document (-Dspec)");
    }

    /** Returns whether it is in use, with or without the supplement. Only then its lock is on the class path. */
    static boolean isInUse() {
        return SwaggerSpec.class.getResource(LOCK) != null;
    }

    static Properties lock() {
        Properties lock = new Properties();
        try (InputStream stream = SwaggerSpec.class.getResourceAsStream(LOCK)) {
            lock.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lock;
    }
}
