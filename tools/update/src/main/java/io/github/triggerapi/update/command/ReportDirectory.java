package io.github.triggerapi.update.command;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory under {@code target} with the reports and temporary files of an update. Only one update can use it. */
final class ReportDirectory implements AutoCloseable {

    static final Path PLACE = Path.of("target", "update");

    /** The disk space that the copy of the repository and its build need. */
    private static final long NEEDED_BYTES = 500L << 20;

    private final Path path;
    private final FileChannel channel;

    private ReportDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Locks the directory, and creates it if it is missing. */
    static ReportDirectory take(Path repository) throws IOException {
        Path path = Files.createDirectories(repository.resolve(PLACE));
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw new RejectedRevisionException(PLACE + ": another update is running; wait until it ends");
        }
        return new ReportDirectory(path, channel);
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

    /** Checks that there is enough disk space for the build. */
    void checkFreeSpace() throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new RejectedRevisionException(PLACE + ": " + (free >> 20)
                    + " MB of disk space are free; expected at least " + (NEEDED_BYTES >> 20) + " MB");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
