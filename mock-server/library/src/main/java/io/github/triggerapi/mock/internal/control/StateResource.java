package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.StateApi;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.run.store.StoreException;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves the state in its file. The state is sent and received by way of further files, because it may be larger than
 * memory.
 */
public final class StateResource implements StateApi {
    /** The path of the operations that send and receive the state. */
    public static final String PATH = "/_mock/state";

    private final ControlContext server;

    /** @param server the server whose state it is */
    public StateResource(ControlContext server) {
        this.server = server;
    }

    @Override
    public void saveState() {
        boolean saved;
        try {
            saved = server.save();
        } catch (UncheckedIOException e) {
            throw new RejectedRequestException(500, String.valueOf(e.getMessage()));
        }
        if (!saved) {
            throw new RejectedRequestException(409, "The server was started without a state file to save to");
        }
    }

    /** Writes the current state to a file. */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            StateWriter.write(
                    server.engine().store().state(), server.engine().clock().now(), out);
        } catch (StoreException e) {
            throw new RejectedRequestException(503, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Replaces the state of the server. If there is no memory for both states, the current one is removed first, once
     * the new one is known to be valid.
     *
     * @throws RejectedRequestException with status 400 if it is not a state, and with 413 if it takes more memory than
     *     there is
     */
    public synchronized void read(Path file) throws IOException {
        RunEngine engine = server.engine();
        long capacity = engine.store().capacityBytes();
        StoreState state;
        try {
            state = read(file, StoreState.builder(capacity - engine.store().usedBytes()));
        } catch (StoreFullException noRoomForBoth) {
            try {
                read(file, StoreState.counter(capacity));
            } catch (StoreFullException e) {
                throw new RejectedRequestException(413, String.valueOf(e.getMessage()));
            }
            engine.restore(StoreState.EMPTY);
            state = read(file, StoreState.builder(capacity));
        }
        try {
            server.restore().accept(state);
        } catch (StoreException e) {
            throw new RejectedRequestException(503, String.valueOf(e.getMessage()));
        }
    }

    private static StoreState read(Path file, StoreState.Builder into) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return StateReader.read(json, into);
        }
    }
}
