package io.github.triggerapi.mock.internal.control;

import org.jspecify.annotations.Nullable;

/** The number of entries on a page of a list. */
final class PageSize {
    private static final int USUAL_SIZE = 100;

    private PageSize() {}

    static int size(@Nullable Long limit) {
        return limit == null ? USUAL_SIZE : limit.intValue();
    }
}
