package io.github.triggerapi.mock.internal.heap;

/**
 * How many bytes of the heap each part of a server may fill. Together the shares are 85 percent of what the server
 * itself leaves; the rest is for responses, for copies that live briefly, and for the garbage collector.
 */
public final class HeapBudget {
    /** What a server takes before its first request. */
    private static final long SERVER_BYTES = 14L * 1024 * 1024;

    private static final long MAX_EVENT_BYTES = 16L * 1024 * 1024;

    /** The size of a region of G1 in heaps of less than 4 GiB. */
    private static final long REGION_BYTES = 1024 * 1024;

    private HeapBudget() {}

    /** Returns the share of the runs: two fifths. */
    public static long runs() {
        return percent(40);
    }

    /** Returns the share of the remembered requests: a twentieth. */
    public static long requests() {
        return percent(5);
    }

    /** Returns the share of the events that listeners have yet to read: a twentieth, and 16 MiB at most. */
    public static long events() {
        return Math.min(MAX_EVENT_BYTES, percent(5));
    }

    /** Returns the share of the bodies that arrive: a tenth. */
    public static long arrivingBodies() {
        return percent(10);
    }

    /** Returns the share of what bodies become when they are parsed: a quarter. */
    public static long parsedBodies() {
        return percent(25);
    }

    /** Returns what an array of that many bytes takes. A garbage collector may give a large one whole regions. */
    public static long ofArray(long length) {
        return length < REGION_BYTES / 2 ? length : (length / REGION_BYTES + 1) * REGION_BYTES;
    }

    private static long percent(int percent) {
        long heap = Runtime.getRuntime().maxMemory();
        return Math.max(heap / 2, heap - SERVER_BYTES) / 100 * percent;
    }
}
