package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests reading from files, and the message of each failure. */
class RevisionReaderTest {

    private static final String DOCUMENT = "openapi: 3.1.0\r\ninfo: {title: ä}\n";
    private static final String EXPECTED = "; expected an OpenAPI document or a page of documentation in UTF-8";

    @TempDir
    private Path directory;

    @Test
    void fileIsReadUnchanged() throws IOException {
        Path file = Files.writeString(directory.resolve("an api ä.yaml"), DOCUMENT);

        assertThat(read(file)).isEqualTo(new Revision(file.toString(), DOCUMENT));
    }

    @Test
    void relativePathIsRead() throws IOException {
        Path relative = Path.of("..", "..", "spec", "trigger-api.yaml");

        assertThat(read(relative)).isEqualTo(new Revision(relative.toString(), Files.readString(relative)));
    }

    @Test
    void byteOrderMarkIsKept() throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), "\uFEFF" + DOCUMENT);

        assertThat(read(file).text()).isEqualTo("\uFEFF" + DOCUMENT);
    }

    @Test
    void missingFileIsReported() {
        Path file = directory.resolve("no file.yaml");

        assertRejected(file, ": not found; expected an OpenAPI document or a page of documentation");
    }

    @Test
    void directoryIsRejected() {
        assertRejected(directory, ": is a directory; expected a file");
    }

    @Test
    void unreadableFileIsReported() throws IOException {
        Path file = Files.writeString(directory.resolve("a.yaml"), DOCUMENT);
        boolean changed = file.toFile().setReadable(false);
        assumeFalse(!changed || Files.isReadable(file), "Whoever runs this may read every file");

        assertRejected(file, ": permission denied; expected a readable file");
    }

    @Test
    void longFileIsNotReadCompletely() throws IOException {
        Path file = directory.resolve("a.yaml");
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(50_000_000);
        }

        assertRejected(file, ": is longer than 10000000 bytes; expected a document of at most that");
    }

    @Test
    void emptyFileIsRejected() throws IOException {
        assertRejected(Files.createFile(directory.resolve("a.yaml")), ": is empty" + EXPECTED);
        assertRejected(Files.writeString(directory.resolve("b.yaml"), " \n\n"), ": is empty" + EXPECTED);
        assertRejected(Files.writeString(directory.resolve("c.yaml"), "\uFEFF"), ": is empty" + EXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "89504E470D0A1A0A           | : line 1: the byte 0x89 is not UTF-8",
                "6F70656E6170690A636166E90A | : line 2: the byte 0xE9 is not UTF-8",
                "61C3                       | : line 1: the byte 0xC3 is not UTF-8",
                "FEFF006F                   | : is UTF-16",
                "FFFE6F00                   | : is UTF-16",
                "0A6F007000                 | : line 2: contains a zero byte"
            })
    void invalidEncodingIsRejected(String bytes, String message) throws IOException {
        Path file = Files.write(directory.resolve("a.yaml"), HexFormat.of().parseHex(bytes));

        assertRejected(file, message + EXPECTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | The location '' is empty or has a control character; expected a URL or a file",
                "ftp://example.com/a.yaml      | ftp: is not a supported scheme; expected a URL with https: or http:, or a file",
                "file:///a.yaml                | file: is not a supported scheme; expected a URL with https: or http:, or a file",
                "http:a.yaml                   | http:a.yaml: has no host; expected a URL such as https://example.com/api.yaml",
                "https://exa mple.com/a        | https://exa mple.com/a: is not a valid URL: Illegal character in authority; expected one such as https://example.com/api.yaml",
                "HTTPS://me:pass@example.com/a | HTTPS://example.com/a: contains a user or password; expected a URL without, because it is stored",
                "https://to%ken@example.com/a  | https://example.com/a: is not a valid URL: Malformed escape pair; expected one such as https://example.com/api.yaml"
            })
    void invalidLocationIsRejected(String location, String message) {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of(location)))
                .withMessage(message);
    }

    @Test
    void windowsPathIsNotUrl() {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of("C:\\no directory\\a.yaml")))
                .withMessageStartingWith("C:\\no directory\\a.yaml: not found");
    }

    @Test
    void missingLocationIsRejected() {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of()))
                .withMessage("There is no document to read; expected a URL or a file");
    }

    @Test
    void duplicateLocationIsRejected() throws IOException {
        Path file = Files.write(directory.resolve("a.yaml"), DOCUMENT.getBytes(StandardCharsets.UTF_8));
        String other = directory + "/./a.yaml";

        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> RevisionReader.read(List.of(file.toString(), other)))
                .withMessage(other + ": is given twice; expected each location once");
    }

    private static Revision read(Path file) {
        return RevisionReader.read(List.of(file.toString()));
    }

    private static void assertRejected(Path file, String message) {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + message);
    }
}
