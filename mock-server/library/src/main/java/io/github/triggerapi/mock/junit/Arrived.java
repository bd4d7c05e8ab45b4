package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.run.Run;
import java.util.List;

/** What arrived at a server until a test failed: no error, but it goes where errors are read. */
final class Arrived extends Exception {
    private static final long serialVersionUID = 1L;

    Arrived(MockServer server) {
        super(text(server.runs()) + Lines.failed(server.requests()), null, false, false);
    }

    private static String text(List<Run> runs) {
        return runs.isEmpty() ? "Nothing was triggered." : "Triggered were:" + Lines.list(runs, Lines::of);
    }
}
