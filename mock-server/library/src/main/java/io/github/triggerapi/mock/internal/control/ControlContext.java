package io.github.triggerapi.mock.internal.control;

import io.github.triggerapi.mock.internal.control.model.ServerInfo;
import io.github.triggerapi.mock.internal.document.Document;
import io.github.triggerapi.mock.internal.engine.RunEngine;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.run.store.StoreState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a server that the control API uses.
 *
 * @param document the OpenAPI document that it mocks
 * @param reset removes all data of the server
 * @param restore replaces all runs of the server
 * @param stateFile the file that keeps the state, null if there is none
 */
public record ControlContext(
        ServerInfo info,
        Document document,
        RunEngine engine,
        ActiveFaults faults,
        RequestLog log,
        Runnable reset,
        Consumer<StoreState> restore,
        @Nullable StateFile stateFile) {
    /** Saves the state in its file; returns false if there is none. */
    public boolean save() {
        if (stateFile != null) {
            stateFile.save(engine.store().state(), engine.clock().now());
        }
        return stateFile != null;
    }
}
