package io.github.triggerapi.client.error;

import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The text of a body for an exception: enough to see what went wrong, and never all of a large one. */
final class BodyText {

    /** In bytes, and for a text in characters. */
    private static final int LIMIT = 64 * 1024;

    private BodyText() {}

    /** Reads as much as is there before the end, the limit or a failure: the status says more than the rest would. */
    static String of(@Nullable ResponseBody body) {
        if (body == null) {
            return "";
        }
        Buffer start = new Buffer();
        try (BufferedSource source = body.source()) {
            while (start.size() < LIMIT && source.read(start, LIMIT - start.size()) != -1) {}
        } catch (IOException e) {
            // What is there by now is told.
        }
        return start.readUtf8();
    }

    static String start(String text) {
        return text.substring(0, Math.min(text.length(), LIMIT));
    }
}
