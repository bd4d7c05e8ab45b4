package io.github.triggerapi.mock.control;

import org.jspecify.annotations.Nullable;

/** How lists come in parts. */
final class Pages {
    private static final int USUAL_SIZE = 100;

    private Pages() {}

    static int size(@Nullable Long limit) {
        return limit == null ? USUAL_SIZE : limit.intValue();
    }
}
