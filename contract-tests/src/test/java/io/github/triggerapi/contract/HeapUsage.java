package io.github.triggerapi.contract;

import java.lang.management.ManagementFactory;

/** The heap of this process. */
public final class HeapUsage {

    private HeapUsage() {}

    /** How much of it is used, in bytes, without what nobody refers to. */
    public static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
