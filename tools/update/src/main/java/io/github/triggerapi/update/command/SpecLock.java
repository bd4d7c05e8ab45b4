package io.github.triggerapi.update.command;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The lock file, which says where the vendored document came from.
 *
 * @param source the URLs or files that it was read from, separated by spaces
 * @param title of the API
 * @param version of the API
 * @param taken the date on which it was read
 * @param sha256 the SHA-256 digest in lower-case hexadecimal
 */
record SpecLock(String source, String title, String version, String taken, String sha256) {

    private static final String COMMENT =
            "# The source of trigger-api.yaml. The build fails if the file does not have this digest.\n";

    static SpecLock of(String source, String title, String version, LocalDate taken, String sha256) {
        return new SpecLock(source, title, version, taken.toString(), sha256);
    }

    /** Parses the content of a lock file. */
    static SpecLock parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : List.of("source", "sha256")) {
            if (properties.getProperty(key, "").isBlank()) {
                throw new RejectedRevisionException(VendoredSpec.LOCK + ": has no property " + key + "; expected one");
            }
        }
        return new SpecLock(
                properties.getProperty("source"),
                properties.getProperty("title", ""),
                properties.getProperty("version", ""),
                properties.getProperty("taken", ""),
                properties.getProperty("sha256"));
    }

    /** Returns the content of the lock file. */
    String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("source", source);
        values.put("title", title);
        values.put("version", version);
        values.put("taken", taken);
        values.put("sha256", sha256);
        StringBuilder text = new StringBuilder(COMMENT);
        values.forEach((key, value) ->
                text.append(key).append(" = ").append(escaped(value)).append('\n'));
        return text.toString();
    }

    /** Escapes a value for a properties file: the result is ASCII without line breaks. */
    private static String escaped(String value) {
        Properties one = new Properties();
        one.setProperty("k", value);
        // Properties are escaped to ASCII only when written to a stream.
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            one.store(written, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("k="))
                .map(line -> line.substring("k=".length()).replace("\\:", ":").replace("\\=", "="))
                .findFirst()
                .orElseThrow();
    }
}
