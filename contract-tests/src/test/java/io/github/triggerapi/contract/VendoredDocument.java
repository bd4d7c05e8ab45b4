package io.github.triggerapi.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.contract.code.SwaggerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The lock of the vendored document, which {@code -Dspec} replaces by another document. */
public final class VendoredDocument {

    private VendoredDocument() {}

    /** Skips a test of the vendored document if the build uses another. */
    public static void assumeInUse() {
        assumeTrue(isInUse(), "the build uses another document (-Dspec)");
    }

    static boolean isInUse() {
        return lock().getProperty("sha256").equals(ArtifactCheck.digest(SwaggerSpec.yaml()));
    }

    static Properties lock() {
        Properties lock = new Properties();
        try (InputStream stream =
                SwaggerSpec.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.lock.properties")) {
            lock.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lock;
    }
}
