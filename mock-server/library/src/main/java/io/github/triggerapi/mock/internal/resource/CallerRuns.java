package io.github.triggerapi.mock.internal.resource;

import io.github.triggerapi.mock.run.Run;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** What the key of a caller gives access to: its environment. */
final class CallerRuns {
    private static final String UNKNOWN = "Run not found";

    private CallerRuns() {}

    /** Returns the kind of the key, which is the environment of the runs; empty if the operation needs none. */
    static String environment(SecurityContext security) {
        Principal caller = security.getUserPrincipal();
        return caller == null ? "" : caller.getName();
    }

    /** Returns whether something in an environment is visible to a caller: all is if the operation needs no key. */
    static boolean sees(SecurityContext security, String environment) {
        return security.getUserPrincipal() == null || environment(security).equals(environment);
    }

    /** Returns a run that is visible to a caller; rejects with status 404 if there is none with this id. */
    static Run find(ResourceContext context, DocumentedOperation operation, SecurityContext security, String id) {
        return visible(context, security, id).orElseThrow(() -> context.unknown(operation, UNKNOWN));
    }

    /** Returns the same, and may tell the client to retry a request for an unknown run. */
    static Run retrieve(ResourceContext context, DocumentedOperation operation, SecurityContext security, String id) {
        return visible(context, security, id).orElseThrow(() -> context.unretrievable(operation, UNKNOWN));
    }

    private static Optional<Run> visible(ResourceContext context, SecurityContext security, String id) {
        return context.engine().store().find(id).filter(run -> sees(security, run.environment()));
    }
}
