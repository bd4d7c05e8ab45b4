package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.fault.ActiveFault;
import io.github.triggerapi.mock.internal.fault.ActiveFaults;
import io.github.triggerapi.mock.internal.gate.AllowedHosts;
import io.github.triggerapi.mock.internal.gate.ControlAccess;
import io.github.triggerapi.mock.internal.log.RequestLog;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is served at one address.
 *
 * @param api the API that is mocked
 * @param control the API that shows and steers the server, which takes a while to make and is not always called
 * @param controlGate who is let in to that
 * @param hosts the values of Host that it accepts
 * @param events what happens, for those operations of control that answer with that
 * @param largeBodies what answers those operations of control whose bodies may be larger than memory
 * @param bodies what the requests at hand have brought
 * @param taskParameters the variables of its paths whose values are identifiers of tasks
 * @param faults what goes wrong with its requests
 * @param log where its requests are remembered
 * @param accessLog is told of each request
 * @param clock the time of the server
 * @param waits whether whoever answers may wait for something, which no event loop may do
 */
public record ServerContext(
        Api api,
        Lazy<Api> control,
        ControlAccess controlGate,
        AllowedHosts hosts,
        EventBroadcaster events,
        LargeBodies largeBodies,
        BodyMemory bodies,
        Set<String> taskParameters,
        ActiveFaults faults,
        RequestLog log,
        AccessLog accessLog,
        InstantSource clock,
        boolean waits) {
    /** The fault that meets a request with these variables in its path. */
    Optional<ActiveFault> fault(Map<String, String> variables) {
        return faults.next(() -> tasks(variables));
    }

    /** The tasks that such a request is about. */
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
