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
 * Replaces several files of a repository, all or none of them, also when the process is killed meanwhile.
 *
 * <p>The new files are written beside each other into a folder, with a journal of what is to be where. One rename of that
 * folder decides: before it nothing has happened, after it the files are moved into place, by this process or, if it was
 * killed, by the next one. Moving one file is atomic. The build refuses to run as long as such a folder is there.
 */
final class AtomicFileReplacement {

    /** Decided, not wholly done. */
    static final Path DECIDED = Path.of("spec", ".update");

    private static final Path PREPARED = Path.of("spec", ".update-prepared");
    private static final String JOURNAL = "journal";

    private final Path repository;

    AtomicFileReplacement(Path repository) {
        this.repository = repository;
    }

    /**
     * Replaces files.
     *
     * @param read what was in each when the work began, by its place in the repository
     * @param contents what is to be in each
     * @throws RejectedRevisionException if a file has been edited since
     * @throws IOException if it cannot be done; then nothing has happened, unless {@link #isUnfinished()}
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
                    throw new RejectedRevisionException(file.getKey()
                            + ": was edited while the update ran; expected it as it was;" + " run this again");
                }
                String before = VendoredSpec.sha256(now);
                journal.add(
                        String.join(" ", name, before, VendoredSpec.sha256(file.getValue()), slashes(file.getKey())));
            }
            write(prepared.resolve(JOURNAL), String.join("\n", journal));
            Files.move(prepared, repository.resolve(DECIDED), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RejectedRevisionException e) {
            remove(prepared);
            throw e;
        }
        finish();
    }

    /** Whether some of the files may be in place and others not. */
    boolean isUnfinished() {
        return Files.exists(repository.resolve(DECIDED).resolve(JOURNAL));
    }

    /**
     * Goes on where a process was killed.
     *
     * @return whether there was anything decided
     * @throws RejectedRevisionException if a file has been edited since
     */
    boolean finish() throws IOException {
        remove(repository.resolve(PREPARED));
        Path decided = repository.resolve(DECIDED);
        if (!Files.exists(decided.resolve(JOURNAL))) {
            // All files are in place: only the removal of the folder was cut off.
            remove(decided);
            return false;
        }
        List<Entry> entries = Files.readAllLines(decided.resolve(JOURNAL)).stream()
                .map(Entry::parse)
                .toList();
        for (Entry entry : entries) {
            String digest = VendoredSpec.sha256(Files.readString(repository.resolve(entry.file())));
            if (!digest.equals(entry.before()) && !digest.equals(entry.after())) {
                throw new RejectedRevisionException(
                        entry.file() + ": was edited after an update was cut off; expected it as the"
                                + " update left it; restore it or remove " + DECIDED + ", then run this again");
            }
        }
        for (Entry entry : entries) {
            Path ready = decided.resolve(entry.name());
            if (Files.exists(ready)) {
                Files.move(ready, repository.resolve(entry.file()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.delete(decided.resolve(JOURNAL));
        remove(decided);
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

    /** On the disk, not only on its way there. */
    private static void write(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
