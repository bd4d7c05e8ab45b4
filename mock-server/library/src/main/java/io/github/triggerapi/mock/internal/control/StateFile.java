package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file that keeps the state of a server while the server is stopped. */
public final class StateFile {
    private static final Logger LOGGER = System.getLogger(StateFile.class.getName());

    private final Path file;

    /** @param file the path, where a file need not exist yet */
    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * Loads the state, empty if there is no file.
     *
     * @param maxBytes the memory limit of the state
     * @throws IllegalArgumentException if the file cannot be read, is not a state, or could not be written; the message
     *     is one line that says where, what was expected, and what to do
     */
    public Optional<StoreState> load(long maxBytes) {
        requireWritable();
        try (InputStream json = Files.newInputStream(file)) {
            StoreState state = StateReader.read(json, StoreState.builder(maxBytes));
            deleteLeftovers();
            return Optional.of(state);
        } catch (NoSuchFileException e) {
            deleteLeftovers();
            return Optional.empty();
        } catch (IOException e) {
            throw unusable("cannot be read: " + e);
        } catch (RejectedRequestException e) {
            throw unusable(e.message()
                    + "; expected the response of GET /_mock/state. Use another file, or move this one away to"
                    + " start without it");
        } catch (StoreFullException | OutOfMemoryError e) {
            throw unusable("needs more than the %d bytes of memory that are available for it; see --max-memory and -Xmx"
                    .formatted(maxBytes));
        }
    }

    private void requireWritable() {
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw unusable("must be in an existing directory");
        }
        if (!Files.isWritable(directory)) {
            throw unusable("must be in a writable directory");
        }
    }

    /** Deletes temporary files of processes that were killed while they wrote. */
    private void deleteLeftovers() {
        Pattern name = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "\\d+\\.tmp");
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path leftover : (Iterable<Path>) files.filter(
                    other -> name.matcher(other.getFileName().toString()).matches())::iterator) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.WARNING, "A temporary file of {0} cannot be deleted: {1}", file, e);
        }
    }

    private IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException("State file " + file + ": " + why);
    }

    /**
     * Saves a state. A reader of the file sees either the whole old state or the whole new one.
     *
     * @throws UncheckedIOException if it cannot be written; the old state is kept
     */
    public synchronized void save(StoreState state, Instant now) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
            try {
                write(state, now, fresh);
                replaceWith(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("State file " + file + ": cannot be written: " + e, e);
        }
    }

    private static void write(StoreState state, Instant now, Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            StateWriter.write(state, now, Channels.newOutputStream(channel));
            // Otherwise a crash of the computer could leave an empty file under the new name.
            channel.force(true);
        }
    }

    private void replaceWith(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
