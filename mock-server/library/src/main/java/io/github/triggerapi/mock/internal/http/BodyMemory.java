package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.heap.HeapBudget;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all current requests use: their bytes while they are received, and their values once
 * they are parsed. Each body has a limit of its own, but many together could fill the heap. All methods are safe to
 * call from any thread.
 */
public final class BodyMemory {
    /** The size in bytes up to which a body is always received. */
    static final int SMALL = 8 * 1024;

    private final long maxArriving;
    private final long maxReserved;
    private final AtomicLong arriving = new AtomicLong();
    private final AtomicLong reserved = new AtomicLong();

    /**
     * Creates the limits.
     *
     * @param maxArriving the limit of the bytes of all bodies that are being received, except small ones
     * @param maxReserved the limit of the memory for all parsed bodies
     */
    public BodyMemory(long maxArriving, long maxReserved) {
        this.maxArriving = maxArriving;
        this.maxReserved = maxReserved;
    }

    /**
     * Returns the limits for the heap.
     *
     * @param maxBodyBytes the size limit of a body; there is room for one body in both its compressed and its decoded
     *     form
     */
    public static BodyMemory withinHeap(int maxBodyBytes) {
        return new BodyMemory(Math.max(HeapBudget.arrivingBodies(), 2L * maxBodyBytes), HeapBudget.parsedBodies());
    }

    /**
     * Reserves memory for a part of a body that is being received.
     *
     * @param bytes the memory of the part
     * @param length the size of the body with this part
     * @return whether there is room for it
     */
    boolean arrive(long bytes, long length) {
        return add(arriving, bytes, maxArriving) || length <= SMALL && add(arriving, bytes, Long.MAX_VALUE);
    }

    void leave(long bytes) {
        arriving.addAndGet(-bytes);
    }

    long maxReserved() {
        return maxReserved;
    }

    /** Reserves memory for a parsed body; returns whether there is room for it. */
    boolean reserve(long bytes) {
        return add(reserved, bytes, maxReserved);
    }

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
