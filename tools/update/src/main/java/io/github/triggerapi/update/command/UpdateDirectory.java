package io.github.triggerapi.update.command;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder under {@code target} that an update works in and leaves its reports in; one update at a time has it. */
final class UpdateDirectory implements AutoCloseable {

    static final Path PLACE = Path.of("target", "update");

    /** What a build of all modules and its copy of the repository take, with something to spare. */
    private static final long NEEDED_BYTES = 500L << 20;

    private final Path path;
    private final FileChannel channel;

    private UpdateDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the folder, and makes it where there is none. */
    static UpdateDirectory take(Path repository) throws IOException {
        Path path = Files.createDirectories(repository.resolve(PLACE));
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw new RejectedRevisionException(PLACE + ": another update is running; expected to be the only one");
        }
        return new UpdateDirectory(path, channel);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    /** Demands room for what comes, before anything is begun. */
    void demandRoom() throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new RejectedRevisionException(PLACE + ": " + (free >> 20) + " MB are free on this disk, expected "
                    + (NEEDED_BYTES >> 20) + " MB or more");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
