package io.github.triggerapi.mock;

import io.github.triggerapi.mock.internal.document.Document;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;

/** The vendored document, which a build may replace by another one ({@code -Dspec}). */
public final class VendoredDocument {
    private static final String DIRECTORY = "/io/github/triggerapi/spec/";

    private VendoredDocument() {}

    /** Returns whether it is in use. Tests of its content are skipped with another document. */
    public static boolean isInUse() throws IOException, GeneralSecurityException {
        try (InputStream lock = Document.class.getResourceAsStream(DIRECTORY + "trigger-api.lock.properties");
                InputStream yaml = Document.class.getResourceAsStream(DIRECTORY + "trigger-api.yaml")) {
            Properties properties = new Properties();
            properties.load(lock);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.readAllBytes());
            return HexFormat.of().formatHex(digest).equals(properties.getProperty("sha256"));
        }
    }
}
