package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.internal.concurrent.Lazy;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.log.RequestLog;
import io.github.triggerapi.mock.internal.validation.AllowedHosts;
import io.github.triggerapi.mock.internal.validation.ControlAccess;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a server that handle requests.
 *
 * @param control the control API, which is created when it is first called
 * @param fileBackedOperations the control operations whose bodies may be larger than memory
 * @param taskParameters the path variables whose values are task identifiers
 * @param waits whether resources may block, which an event loop must not do
 */
public record ServerContext(
        ServedApi api,
        Lazy<ServedApi> control,
        ControlAccess controlAccess,
        AllowedHosts hosts,
        EventBroadcaster events,
        FileBackedOperations fileBackedOperations,
        BodyMemory bodies,
        Set<String> taskParameters,
        ActiveFaults faults,
        RequestLog log,
        AccessLog accessLog,
        InstantSource clock,
        boolean waits) {
    /** Returns the fault to apply to a request with these path variables. */
    Optional<ActiveFault> fault(Map<String, String> variables) {
        return faults.next(() -> tasks(variables));
    }

    /** Returns the tasks that a request with these path variables is for. */
    List<String> tasks(Map<String, String> variables) {
        List<String> tasks = new ArrayList<>(1);
        for (String parameter : taskParameters) {
            String task = variables.get(parameter);
            if (task != null) {
                tasks.add(task);
            }
        }
        return tasks;
    }
}
