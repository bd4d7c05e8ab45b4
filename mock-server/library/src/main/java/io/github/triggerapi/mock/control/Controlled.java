package io.github.triggerapi.mock.control;

import io.github.triggerapi.mock.control.model.ServerInfo;
import io.github.triggerapi.mock.document.Document;
import io.github.triggerapi.mock.fault.Faults;
import io.github.triggerapi.mock.log.RequestLog;
import io.github.triggerapi.mock.run.RunEngine;
import io.github.triggerapi.mock.run.StoreState;
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
public record Controlled(
        ServerInfo info,
        Document document,
        RunEngine engine,
        Faults faults,
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
