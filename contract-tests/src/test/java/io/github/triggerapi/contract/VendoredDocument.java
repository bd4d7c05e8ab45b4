package io.github.triggerapi.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.contract.code.SwaggerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The lock of the vendored document, which the build may have replaced by another ({@code -Dspec}). */
public final class VendoredDocument {

    private VendoredDocument() {}

    /** Skips the test at hand, which speaks of what stands in the vendored document, where the build uses another. */
    public static void assumeInUse() {
        assumeTrue(isInUse(), "the build uses another document (-Dspec)");
    }

    static boolean isInUse() {
        return lock().getProperty("sha256").equals(ArtifactCheck.digest(SwaggerSpec.text()));
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
