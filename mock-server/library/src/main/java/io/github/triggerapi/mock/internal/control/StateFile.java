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

/** The file in which a server keeps its state from one life to the next. */
public final class StateFile {
    private static final Logger LOGGER = System.getLogger(StateFile.class.getName());

    private final Path file;

    /** @param file where it is, or is to be */
    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * What is in it, empty where it is not there.
     *
     * @param maxBytes how much memory the state may take
     * @throws IllegalArgumentException where it cannot be read, is no state, or could not be written; the message has one
     *     line that says where, what was expected, and what to do
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
            throw unusable(
                    e.text() + "; expected what GET /_mock/state gives. Name another file, or move this one away to"
                            + " start without it");
        } catch (StoreFullException | OutOfMemoryError e) {
            throw unusable(
                    "needs more than the %d bytes of memory that are available for it; give Java more of it, with -Xmx"
                            .formatted(maxBytes));
        }
    }

    private void requireWritable() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unusable("must be in an existing directory");
        }
        if (!Files.isWritable(folder)) {
            throw unusable("must be in a directory that can be written to");
        }
    }

    /** What a process left behind that was killed while it wrote. */
    private void deleteLeftovers() {
        Pattern name = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "\\d+\\.tmp");
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path leftover : (Iterable<Path>) files.filter(
                    other -> name.matcher(other.getFileName().toString()).matches())::iterator) {
                Files.deleteIfExists(leftover);
            }
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.WARNING, "What is left of an attempt to write {0} cannot be deleted: {1}", file, e);
        }
    }

    private IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException("State file " + file + ": " + why);
    }

    /**
     * Puts a state in its place; whoever reads the file finds the old one or the new one, whole.
     *
     * @throws UncheckedIOException where that cannot be; the old one stays then
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
            // Or a computer that stops could leave the new name without what belongs to it.
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
