package io.github.triggerapi.mock.junit;

import io.github.triggerapi.mock.MockServer;
import io.github.triggerapi.mock.request.RecordedRequest;
import io.github.triggerapi.mock.run.Run;
import java.util.List;

/**
 * Lists what a server received before a test failed. It is an exception because it is added to the failure as a
 * suppressed one.
 */
final class RequestSummary extends Exception {
    private static final long serialVersionUID = 1L;

    RequestSummary(MockServer server) {
        super(text(server.runs(), server.requests()), null, false, false);
    }

    private static String text(List<Run> runs, List<RecordedRequest> requests) {
        String triggered = runs.isEmpty()
                ? Descriptions.ofNothing(requests)
                : "These were triggered:" + Descriptions.list(runs, Descriptions::of);
        return triggered + Descriptions.ofFailed(requests);
    }
}
