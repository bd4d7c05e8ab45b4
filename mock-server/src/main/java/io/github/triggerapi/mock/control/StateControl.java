package io.github.triggerapi.mock.control;

import io.github.triggerapi.mock.control.api.StateApi;
import io.github.triggerapi.mock.control.model.ServerState;
import io.github.triggerapi.mock.run.RunEngine;
import jakarta.ws.rs.BadRequestException;

/** Gives the state away and takes it back. */
final class StateControl implements StateApi {
    private final RunEngine engine;

    StateControl(RunEngine engine) {
        this.engine = engine;
    }

    @Override
    public ServerState getState() {
        return States.of(engine.state(), engine.clock().now());
    }

    @Override
    public void setState(ServerState state) {
        try {
            engine.restore(States.state(state));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("Validation error: " + e.getMessage());
        }
    }
}
