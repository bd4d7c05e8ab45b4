package io.github.triggerapi.update.command;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Replaces several files of a repository atomically, even if the process is killed.
 *
 * <p>The new files are written to a directory, with a journal of their destinations. Renaming that directory commits the
 * replacement: the files are then moved to their destinations, by this process or, if it is killed, by the next one.
 * Moving a single file is atomic. The Maven build fails as long as the directory exists.
 */
final class AtomicFileReplacement {

    /** Contains the files of a committed replacement until all are moved. */
    static final Path COMMITTED = Path.of("spec", ".update");

    private static final Path PREPARED = Path.of("spec", ".update-prepared");
    private static final String JOURNAL = "journal";

    private final Path repository;

    AtomicFileReplacement(Path repository) {
        this.repository = repository;
    }

    /**
     * Replaces files.
     *
     * @param read the contents when the update started, by paths relative to the repository
     * @param contents the new contents, likewise
     * @throws RejectedRevisionException if a file was edited during the update
     * @throws IOException if a file cannot be written; nothing is replaced then, unless {@link #isUnfinished()}
     */
    void replace(Map<Path, String> read, Map<Path, String> contents) throws IOException {
        Path prepared = repository.resolve(PREPARED);
        try {
            remove(prepared);
            Files.createDirectory(prepared);
            List<String> journal = new ArrayList<>();
            for (Map.Entry<Path, String> file : contents.entrySet()) {
                String name = Integer.toString(journal.size());
                write(prepared.resolve(name), file.getValue());
                String now = Files.readString(repository.resolve(file.getKey()));
                if (!now.equals(read.get(file.getKey()))) {
                    throw new RejectedRevisionException(
                            file.getKey() + ": was edited during the update; run this command again");
                }
                String before = VendoredSpec.sha256(now);
                journal.add(
                        String.join(" ", name, before, VendoredSpec.sha256(file.getValue()), slashes(file.getKey())));
            }
            write(prepared.resolve(JOURNAL), String.join("\n", journal));
            Files.move(prepared, repository.resolve(COMMITTED), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RejectedRevisionException e) {
            remove(prepared);
            throw e;
        }
        finish();
    }

    /** Returns whether a replacement is committed but not completed. */
    boolean isUnfinished() {
        return Files.exists(repository.resolve(COMMITTED).resolve(JOURNAL));
    }

    /**
     * Completes the replacement of a process that was killed.
     *
     * @return whether there was a committed replacement
     * @throws RejectedRevisionException if a file was edited in the meantime
     */
    boolean finish() throws IOException {
        remove(repository.resolve(PREPARED));
        Path committed = repository.resolve(COMMITTED);
        if (!Files.exists(committed.resolve(JOURNAL))) {
            // All files are moved: only the removal of the directory was interrupted.
            remove(committed);
            return false;
        }
        List<Entry> entries = Files.readAllLines(committed.resolve(JOURNAL)).stream()
                .map(Entry::parse)
                .toList();
        for (Entry entry : entries) {
            String digest = VendoredSpec.sha256(Files.readString(repository.resolve(entry.file())));
            if (!digest.equals(entry.before()) && !digest.equals(entry.after())) {
                throw new RejectedRevisionException(
                        entry.file() + ": was edited after an update was interrupted; undo the edit" + " or remove "
                                + COMMITTED + ", then run this command again");
            }
        }
        for (Entry entry : entries) {
            Path ready = committed.resolve(entry.name());
            if (Files.exists(ready)) {
                Files.move(ready, repository.resolve(entry.file()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.delete(committed.resolve(JOURNAL));
        remove(committed);
        return true;
    }

    private record Entry(String name, String before, String after, Path file) {

        static Entry parse(String line) {
            String[] words = line.split(" ", 4);
            return new Entry(words[0], words[1], words[2], Path.of(words[3]));
        }
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** Writes a file and waits until it is on the disk. */
    private static void write(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void remove(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
