package io.github.triggerapi.client;

import java.nio.charset.StandardCharsets;

/** The text of a body for an exception: enough to see what went wrong, and never all of a large one. */
final class BodyText {

    /** In bytes. */
    static final int LIMIT = 64 * 1024;

    private BodyText() {}

    static String of(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.UTF_8);
    }
}
