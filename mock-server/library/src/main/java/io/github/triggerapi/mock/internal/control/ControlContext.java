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
 * The server that is shown and steered.
 *
 * @param info what it says of itself
 * @param document the one that it mocks
 * @param reset forgets what the server knows
 * @param restore puts in place of what the server knows of runs what it knew
 * @param stateFile where the state is kept, null for nowhere
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
    /** Saves the state in its file; false where there is none. */
    public boolean save() {
        if (stateFile != null) {
            stateFile.save(engine.state(), engine.clock().now());
        }
        return stateFile != null;
    }
}
