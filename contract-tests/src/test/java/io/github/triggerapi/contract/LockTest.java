package io.github.triggerapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.triggerapi.client.api.ApiDocument;
import io.swagger.v3.oas.models.info.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lock beside the vendored document says what the document is, and both sides were generated from it. */
class LockTest {

    private final Properties lock = new Properties();

    @BeforeEach
    void read() throws IOException {
        try (InputStream stream =
                Spec.class.getResourceAsStream("/io/github/triggerapi/spec/trigger-api.lock.properties")) {
            lock.load(stream);
        }
    }

    @Test
    void theLockDescribesTheDocument() throws NoSuchAlgorithmException {
        assumeTrue(lock.getProperty("sha256").equals(digest()), "the build uses another document (-Dspec)");
        Info info = Spec.parse(Spec.text()).openApi().getInfo();

        assertThat(lock.getProperty("title")).isEqualTo(info.getTitle());
        assertThat(lock.getProperty("version")).isEqualTo(info.getVersion());
        assertThat(lock.getProperty("source")).startsWith("https://");
        assertThat(lock.getProperty("taken")).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void bothSidesWereGeneratedFromTheDocumentOnTheClassPath() throws NoSuchAlgorithmException {
        assertThat(ApiDocument.SHA_256).isEqualTo(digest());
        assertThat(io.github.triggerapi.server.api.ApiDocument.SHA_256).isEqualTo(digest());
    }

    private static String digest() throws NoSuchAlgorithmException {
        byte[] bytes = Spec.text().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
