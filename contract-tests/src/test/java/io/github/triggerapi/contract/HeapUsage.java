package io.github.triggerapi.contract;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
public final class HeapUsage {

    private HeapUsage() {}

    /** Returns the used heap in bytes after a garbage collection. */
    public static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
