package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.github.triggerapi.mock.run.store.StoreException;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Gives the state away and takes it back, by way of files: there may be more of it than memory. */
public final class StateTransfer {
    /** The path of the operations that do so. */
    public static final String PATH = "/_mock/state";

    private final ControlContext server;

    /** @param server whose state it is */
    public StateTransfer(ControlContext server) {
        this.server = server;
    }

    /** Writes the state that there is now. */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            StateWriter.write(server.engine().state(), server.engine().clock().now(), out);
        } catch (StoreException e) {
            throw new RejectedRequestException(503, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Puts a state in place of what the server knows. Where there is no memory for both, what the server knows is forgotten
     * first, once it is certain that the state is in order.
     *
     * @throws RejectedRequestException where it is no state, with 400, or takes more memory than there is for it, with 413
     */
    public synchronized void read(Path file) throws IOException {
        RunEngine engine = server.engine();
        long capacity = engine.capacityBytes();
        StoreState state;
        try {
            state = read(file, StoreState.builder(capacity - engine.usedBytes()));
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
