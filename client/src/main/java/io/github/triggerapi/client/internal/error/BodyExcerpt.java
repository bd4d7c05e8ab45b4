package io.github.triggerapi.client.internal.error;

import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads the start of a body for an exception: enough to see what went wrong, and never all of a large body. */
final class BodyExcerpt {

    /** In bytes. */
    private static final int MAX_LENGTH = 64 * 1024;

    private BodyExcerpt() {}

    /** Reads until the end, the maximum length or a failure, whichever comes first. */
    static String of(@Nullable ResponseBody body) {
        if (body == null) {
            return "";
        }
        Buffer start = new Buffer();
        try (BufferedSource source = body.source()) {
            while (start.size() < MAX_LENGTH && source.read(start, MAX_LENGTH - start.size()) != -1) {}
        } catch (IOException e) {
            // The status of the response says more than the rest of its body.
        }
        return start.readUtf8();
    }
}
