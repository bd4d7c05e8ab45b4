package io.github.triggerapi.mock.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.control.model.ServerState;
import io.github.triggerapi.mock.document.Schema;
import io.github.triggerapi.mock.message.Json;
import io.github.triggerapi.mock.message.Refusal;
import io.github.triggerapi.mock.run.StoreState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** The file in which a server keeps its state from one life to the next. */
public final class StateFile {
    private final Path file;

    /** @param file where it is, or is to be */
    public StateFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * What is in it, empty where it is not there.
     *
     * @throws IllegalArgumentException where it cannot be read, is no state, or could not be written; the message has one
     *     line that says where and what was expected
     */
    public Optional<StoreState> load() {
        requireWritable();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable("cannot be read: " + e);
        }
        try {
            JsonNode json = Json.parse(bytes);
            String problem = Schema.at(Control.document(), "/components/schemas/ServerState")
                    .check(json, "");
            if (problem != null) {
                throw unusable(problem);
            }
            return Optional.of(state(Json.MAPPER.treeToValue(json, ServerState.class)));
        } catch (Refusal e) {
            throw unusable(e.text());
        } catch (JsonProcessingException e) {
            throw unusable(e.getOriginalMessage());
        }
    }

    private StoreState state(ServerState state) {
        try {
            return States.state(state);
        } catch (IllegalArgumentException e) {
            throw unusable("Validation error: " + e.getMessage());
        }
    }

    private void requireWritable() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unusable("must be in a directory that is there");
        }
        if (!Files.isWritable(folder)) {
            throw unusable("must be in a directory that can be written to");
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
        byte[] json = Json.write(States.of(state, now));
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
            try {
                write(fresh, json);
                replaceWith(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("State file " + file + ": cannot be written: " + e, e);
        }
    }

    private static void write(Path fresh, byte[] json) throws IOException {
        Files.write(fresh, json);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
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
