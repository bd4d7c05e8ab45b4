package io.github.triggerapi.mock.internal.dispatch;

/** Receives what is recorded of a request that a resource handles, besides the response. */
public interface RequestNotes {
    /** Notes the run that the request has created or found. */
    void runId(String id);

    /** Notes why the request was rejected. */
    void reason(String message);
}
