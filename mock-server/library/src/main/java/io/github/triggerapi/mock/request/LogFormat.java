package io.github.triggerapi.mock.request;

/** What a line about a request looks like. Further ones may come, so a {@code switch} over them needs a default. */
public enum LogFormat {
    /**
     * Method, path and status, with spaces between them; a dash for the status of a request without an answer. After that the
     * id of the fault that met the request, and what was wrong with it, where there is one. Characters that cannot be seen
     * are written as {@code \\u000a}.
     */
    TEXT,

    /**
     * A JSON object with {@code time} (of this computer), {@code method}, {@code path}, {@code status} (0 where there was no
     * answer), {@code millis} from the headers of the request to its answer, {@code verdict} ({@code accepted}, {@code
     * refused} or {@code faulted}), and, where there is one, {@code reason}, {@code task} and the id of the {@code fault}.
     */
    JSON
}
