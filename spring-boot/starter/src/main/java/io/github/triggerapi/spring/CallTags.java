package io.github.triggerapi.spring;

import io.github.triggerapi.client.CallSummary;

/** The tags of metrics and observations of a call. */
final class CallTags {

    static final String OPERATION = "operation";
    static final String STATUS = "status";
    static final String OUTCOME = "outcome";

    private CallTags() {}

    static String operation(String operation) {
        return operation.isEmpty() ? "none" : operation;
    }

    /** Returns the status; of a call without a response, the one that Spring's own metrics have. */
    static String status(CallSummary call) {
        return call.status() == 0 ? "IO_ERROR" : Integer.toString(call.status());
    }

    /** Returns the outcome, with the names of Spring's own metrics; unknown without a complete and valid response. */
    static String outcome(CallSummary call) {
        if (call.failure().isPresent()) {
            return "UNKNOWN";
        }
        return switch (call.status() / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
