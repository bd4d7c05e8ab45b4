package io.github.triggerapi.mock.control;

import io.github.triggerapi.mock.control.api.StateApi;
import io.github.triggerapi.mock.control.model.ServerState;
import jakarta.ws.rs.BadRequestException;

/** Gives the state away and takes it back. */
final class StateControl implements StateApi {
    private final Controlled server;

    StateControl(Controlled server) {
        this.server = server;
    }

    @Override
    public ServerState getState() {
        return States.of(server.engine().state(), server.engine().clock().now());
    }

    @Override
    public void setState(ServerState state) {
        try {
            server.restore().accept(States.state(state));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("Validation error: " + e.getMessage());
        }
    }
}
