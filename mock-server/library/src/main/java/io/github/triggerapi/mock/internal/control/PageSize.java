package io.github.triggerapi.mock.internal.control;

import org.jspecify.annotations.Nullable;

/** How lists come in parts. */
final class PageSize {
    private static final int USUAL_SIZE = 100;

    private PageSize() {}

    static int size(@Nullable Long limit) {
        return limit == null ? USUAL_SIZE : limit.intValue();
    }
}
