package io.github.triggerapi.mock.redis;

import java.util.List;
import java.util.stream.Stream;

/** The keys that a store uses in Redis. {@code runs.lua} describes their values. */
final class RedisKeys {
    /** The braces keep all keys on one node of a cluster, as scripts require. */
    private static final String PREFIX = "{trigger-mock}:";

    static final String RUNS = PREFIX + "runs";
    static final String ORDER = PREFIX + "order";
    static final String DUE = PREFIX + "due";
    static final String BATCHES = PREFIX + "batches";
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
                    "counters",
                    "paused",
                    "entered",
                    "batches",
                    "batchOrder",
                    "batchKeys")
            .map(PREFIX::concat)
            .toList();

    private RedisKeys() {}

    /** Returns the channel for changes. Unlike keys, channels do not belong to a database. */
    static String channel(int database) {
        return PREFIX + "changes:" + database;
    }

    /** Returns all keys, in the order in which scripts expect them. */
    static List<String> all(int database) {
        return Stream.concat(KEPT.stream(), Stream.of(channel(database))).toList();
    }
}
