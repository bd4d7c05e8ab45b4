package io.github.triggerapi.mock.internal.heap;

/**
 * The number of bytes of the heap that each part of a server may use. Together they are 85 percent of what the server
 * itself leaves. The rest is for responses, for short-lived copies, and for the garbage collector.
 */
public final class HeapBudget {
    /** The memory that runs and requests take together, if no other limit is given. */
    public static final long DEFAULT_STORED_BYTES = 80L * 1024 * 1024;

    /** The memory that a server uses before its first request. */
    private static final long SERVER_BYTES = 14L * 1024 * 1024;

    private static final long MAX_EVENT_BYTES = 16L * 1024 * 1024;

    /** The size of a region of G1 in heaps of less than 4 GiB. */
    private static final long REGION_BYTES = 1024 * 1024;

    private HeapBudget() {}

    /**
     * Returns the budget for runs: four fifths of what is stored, and at most 40 percent.
     *
     * @param storedBytes the limit of what is stored
     */
    public static long runs(long storedBytes) {
        return Math.min(storedBytes / 5 * 4, percent(40));
    }

    /**
     * Returns the budget for recorded requests: a fifth of what is stored, and at most 5 percent.
     *
     * @param storedBytes the limit of what is stored
     */
    public static long requests(long storedBytes) {
        return Math.min(storedBytes / 5, percent(5));
    }

    /** Returns the budget for events that listeners have not read yet: 5 percent, at most 16 MiB. */
    public static long events() {
        return Math.min(MAX_EVENT_BYTES, percent(5));
    }

    /** Returns the budget for bodies that are being received: 10 percent. */
    public static long arrivingBodies() {
        return percent(10);
    }

    /** Returns the budget for parsed bodies: 25 percent. */
    public static long parsedBodies() {
        return percent(25);
    }

    /** Returns the memory that an array takes. A garbage collector may use whole regions for a large one. */
    public static long ofArray(long length) {
        return length < REGION_BYTES / 2 ? length : (length / REGION_BYTES + 1) * REGION_BYTES;
    }

    private static long percent(int percent) {
        long heap = Runtime.getRuntime().maxMemory();
        return Math.max(heap / 2, heap - SERVER_BYTES) / 100 * percent;
    }
}
