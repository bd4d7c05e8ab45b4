package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that several files are replaced atomically. */
class AtomicFileReplacementTest {

    private static final List<Path> FILES = List.of(VendoredSpec.DOCUMENT, VendoredSpec.LOCK, VendoredSpec.CHANGELOG);

    @TempDir
    private Path repository;

    private AtomicFileReplacement placement;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(repository.resolve("spec"));
        contents(0).forEach(this::write);
        placement = new AtomicFileReplacement(repository);
    }

    private static String content(Path file, int revision) {
        return file + " of revision " + revision + " – äöü\n";
    }

    private static Map<Path, String> contents(int revision) {
        Map<Path, String> contents = new LinkedHashMap<>();
        FILES.forEach(file -> contents.put(file, content(file, revision)));
        return contents;
    }

    private Set<String> found() throws IOException {
        Set<String> found = new HashSet<>();
        for (Path file : FILES) {
            found.add(Files.readString(repository.resolve(file)).replaceFirst(".* of ", ""));
        }
        return found;
    }

    private List<String> spec() throws IOException {
        try (Stream<Path> files = Files.list(repository.resolve("spec"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesAllFiles() throws IOException {
        placement.replace(contents(0), contents(1));

        assertThat(found()).containsExactly("revision 1 – äöü\n");
        assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
    }

    @Test
    void nothingToCompleteIsNoError() throws IOException {
        assertThat(placement.finish()).isFalse();
        assertThat(found()).containsExactly("revision 0 – äöü\n");
    }

    @Test
    void uncommittedReplacementIsDiscarded() throws IOException {
        Path prepared = Files.createDirectory(repository.resolve("spec/.update-prepared"));
        Files.writeString(prepared.resolve("0"), "half of a docu");

        assertThat(placement.finish()).isFalse();
        assertThat(found()).containsExactly("revision 0 – äöü\n");
        assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
    }

    @Test
    void failureChangesNothing() throws IOException {
        Map<Path, String> contents = contents(1);
        contents.put(Path.of("missing.md"), "text");

        assertThatThrownBy(() -> placement.replace(contents(0), contents)).isInstanceOf(IOException.class);
        assertThat(found()).containsExactly("revision 0 – äöü\n");
        assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
    }

    @Test
    void doesNotReplaceFileEditedSinceRead() throws IOException {
        write(VendoredSpec.CHANGELOG, "by hand");

        assertThatThrownBy(() -> placement.replace(contents(0), contents(1)))
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessageContaining("CHANGELOG.md: was edited during the update");
        assertThat(repository.resolve(VendoredSpec.CHANGELOG)).hasContent("by hand");
        assertThat(repository.resolve(VendoredSpec.DOCUMENT)).hasContent(content(VendoredSpec.DOCUMENT, 0));
        assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
    }

    @Test
    void completesInterruptedReplacement() throws IOException {
        for (int moved = 0; moved <= FILES.size(); moved++) {
            decide(1, moved);

            assertThat(placement.finish()).isTrue();
            assertThat(found()).containsExactly("revision 1 – äöü\n");
            assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
        }
    }

    @Test
    void doesNotOverwriteFileEditedMeanwhile() throws IOException {
        decide(1, 1);
        Files.writeString(repository.resolve(VendoredSpec.CHANGELOG), "by hand");

        assertThatThrownBy(() -> placement.finish())
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessageContaining("CHANGELOG.md: was edited");
        assertThat(repository.resolve(VendoredSpec.CHANGELOG)).hasContent("by hand");
    }

    /** Creates the state of a process that was killed after it moved some of the files. */
    private void decide(int revision, int moved) throws IOException {
        contents(0).forEach(this::write);
        Path committed = Files.createDirectory(repository.resolve(AtomicFileReplacement.COMMITTED));
        StringBuilder journal = new StringBuilder();
        for (int i = 0; i < FILES.size(); i++) {
            String before = VendoredSpec.sha256(content(FILES.get(i), 0));
            String after = VendoredSpec.sha256(content(FILES.get(i), revision));
            journal.append(i + " " + before + " " + after + " " + FILES.get(i) + "\n");
            Path to = i < moved ? repository.resolve(FILES.get(i)) : committed.resolve(Integer.toString(i));
            Files.writeString(to, content(FILES.get(i), revision));
        }
        Files.writeString(committed.resolve("journal"), journal);
    }

    private void write(Path file, String content) {
        try {
            Files.writeString(repository.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills a process that replaces the files, at random times. */
    @Test
    void killedReplacementIsAtomic() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 12; i++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Endless.class.getName(),
                            repository.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(process.inputReader().readLine()).isEqualTo("begun");
            process.waitFor(random.nextInt(40) + 1, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            placement.finish();

            assertThat(found()).hasSize(1);
            assertThat(spec()).containsExactly("trigger-api.lock.properties", "trigger-api.yaml");
        }
    }

    /** Replaces the files repeatedly. */
    static final class Endless {

        private Endless() {}

        public static void main(String[] arguments) throws IOException {
            AtomicFileReplacement placement = new AtomicFileReplacement(Path.of(arguments[0]));
            placement.finish();
            System.out.println("begun");
            Map<Path, String> now = new LinkedHashMap<>();
            for (Path file : FILES) {
                now.put(file, Files.readString(Path.of(arguments[0]).resolve(file)));
            }
            for (int revision = 1; ; revision++) {
                placement.replace(now, contents(revision));
                now = contents(revision);
            }
        }
    }
}
