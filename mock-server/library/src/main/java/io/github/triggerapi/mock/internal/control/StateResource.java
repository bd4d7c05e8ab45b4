package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.api.StateApi;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;

/** Saves the state in its file. {@link StateTransfer} sends and receives it. */
final class StateResource implements StateApi {
    private final ControlContext server;

    StateResource(ControlContext server) {
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
