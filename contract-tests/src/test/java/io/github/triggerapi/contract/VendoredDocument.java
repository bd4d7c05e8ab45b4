package io.github.triggerapi.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.contract.code.Spec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/** The lock of the vendored document, which the build may have replaced by another ({@code -Dspec}). */
public final class VendoredDocument {

    private VendoredDocument() {}

    /** Skips the test at hand, which speaks of what stands in the vendored document, where the build uses another. */
    public static void assumeInUse() {
        assumeTrue(lock().getProperty("sha256").equals(digestInUse()), "the build uses another document (-Dspec)");
    }

    static Properties lock() {
        Properties lock = new Properties();
        try (InputStream stream =
                Spec.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.lock.properties")) {
            lock.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lock;
    }

    /** The digest of the document on the class path. */
    static String digestInUse() {
        try {
            byte[] bytes = Spec.text().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
