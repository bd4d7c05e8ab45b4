package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests at hand take: their bytes while they arrive, and what these become once they
 * are parsed. Each body is bounded by itself; many together could fill the memory. Methods are safe to call from any
 * thread.
 */
public final class BodyMemory {
    /** How many bytes a body may always have. */
    static final int SMALL = 8 * 1024;

    private final long maxArriving;
    private final long maxReserved;
    private final AtomicLong arriving = new AtomicLong();
    private final AtomicLong reserved = new AtomicLong();

    /**
     * Bodies of which there are none yet.
     *
     * @param maxArriving how many bytes bodies may have together, but for small ones
     * @param maxReserved how many bytes what becomes of them may take together
     */
    public BodyMemory(long maxArriving, long maxReserved) {
        this.maxArriving = maxArriving;
        this.maxReserved = maxReserved;
    }

    /**
     * Returns the limits that fit the heap.
     *
     * @param maxBodyBytes how many bytes a body may have; there is room for one in both its compressed and its decoded
     *     form
     */
    public static BodyMemory withinHeap(int maxBodyBytes) {
        return new BodyMemory(Math.max(HeapBudget.arrivingBodies(), 2L * maxBodyBytes), HeapBudget.parsedBodies());
    }

    /**
     * Makes room for a part of a body.
     *
     * @param bytes what the part takes
     * @param length how many bytes the body has with it
     * @return whether there is room for it
     */
    boolean arrive(long bytes, long length) {
        return add(arriving, bytes, maxArriving) || length <= SMALL && add(arriving, bytes, Long.MAX_VALUE);
    }

    /** Lets go of bytes that arrived. */
    void leave(long bytes) {
        arriving.addAndGet(-bytes);
    }

    /** How many bytes may be reserved at most. */
    long maxReserved() {
        return maxReserved;
    }

    /** Reserves memory for what becomes of a body, if there is as much. */
    boolean reserve(long bytes) {
        return add(reserved, bytes, maxReserved);
    }

    /** Lets go of reserved memory. */
    void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    private static boolean add(AtomicLong sum, long bytes, long most) {
        if (sum.addAndGet(bytes) <= most) {
            return true;
        }
        sum.addAndGet(-bytes);
        return false;
    }
}
