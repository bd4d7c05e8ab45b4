package io.github.triggerapi.mock.redis;

import java.util.List;
import java.util.stream.Stream;

/** The names that a store uses in Redis; what is under them is described in {@code runs.lua}. */
final class RedisKeys {
    /** The braces keep all of it on one node of a cluster, as scripts need it. */
    private static final String PREFIX = "{trigger-mock}:";

    static final String RUNS = PREFIX + "runs";
    static final String ORDER = PREFIX + "order";
    static final String DUE = PREFIX + "due";
    static final String KEYS = PREFIX + "keys";

    private static final List<String> KEPT = Stream.of(
                    "runs",
                    "facts",
                    "order",
                    "due",
                    "finished",
                    "lines",
                    "executing",
                    "limits",
                    "keys",
                    "requests",
                    "requestTimes",
                    "counters")
            .map(PREFIX::concat)
            .toList();

    private RedisKeys() {}

    /** What changes are told on. Unlike keys, channels do not belong to a database. */
    static String channel(int database) {
        return PREFIX + "changes:" + database;
    }

    /** All of them, in the order in which scripts take them. */
    static List<String> all(int database) {
        return Stream.concat(KEPT.stream(), Stream.of(channel(database))).toList();
    }
}
