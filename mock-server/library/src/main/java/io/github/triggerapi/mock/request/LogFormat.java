package io.github.triggerapi.mock.request;

/** The format of the lines about requests. Constants may be added, so a {@code switch} over them needs a default. */
public enum LogFormat {
    /**
     * Method, path and status, separated by spaces; a dash for the status of a request without a response. The id of
     * the fault that was applied and the reason why it was rejected follow, if there are any. Invisible characters
     * are written as {@code \\u000a}.
     */
    TEXT,

    /**
     * A JSON object with {@code time} (of this computer), {@code method}, {@code path}, {@code status} (0 if there was
     * no response), {@code millis} from the headers of the request to its response, {@code verdict} ({@code accepted},
     * {@code rejected} or {@code faulted}), and, if there are any, {@code reason}, {@code task} and the id of the {@code
     * fault}.
     */
    JSON
}
