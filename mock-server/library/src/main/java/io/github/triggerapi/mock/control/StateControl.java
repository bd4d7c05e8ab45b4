package io.github.triggerapi.mock.control;

import io.github.triggerapi.mock.control.api.StateApi;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** Saves the state. {@link StateBodies} gives it away and takes it back. */
final class StateControl implements StateApi {
    private final Controlled server;

    StateControl(Controlled server) {
        this.server = server;
    }

    @Override
    public void saveState() {
        boolean saved;
        try {
            saved = server.save();
        } catch (UncheckedIOException e) {
            throw new InternalServerErrorException(e.getMessage());
        }
        if (!saved) {
            throw new ClientErrorException(
                    "The server was started without a state file to save to", Response.Status.CONFLICT);
        }
    }
}
