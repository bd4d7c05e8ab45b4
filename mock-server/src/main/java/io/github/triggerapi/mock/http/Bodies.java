package io.github.triggerapi.mock.http;

import java.util.concurrent.atomic.AtomicLong;

/** What the bodies of all requests at hand take. Each is bounded by itself; many together could fill the memory. */
public final class Bodies {
    /** How many bytes a body may always have. */
    private static final int SMALL = 8 * 1024;

    private final long maxBytes;
    private final AtomicLong bytes = new AtomicLong();

    /** @param maxBytes how many bytes they may have together, but for small ones */
    public Bodies(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes in another part of a body.
     *
     * @param length what the body has with it
     * @return whether there is room for it
     */
    boolean add(int part, int length) {
        if (bytes.addAndGet(part) <= maxBytes || length <= SMALL) {
            return true;
        }
        bytes.addAndGet(-part);
        return false;
    }

    /** Lets go of a body. */
    void remove(int length) {
        bytes.addAndGet(-length);
    }
}
