package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a store. A run that cannot be read is logged and skipped from then on. */
final class EntryReader {
    private static final Logger LOGGER = System.getLogger(RedisRunStore.class.getName());

    /** How many unreadable runs are skipped; their names are sent with each call. */
    private static final int MAX_SKIPPED = 10_000;

    private final RedisUrl url;
    private final Set<String> skipped = ConcurrentHashMap.newKeySet();

    /** The lists with an entry that could not be read, for which a warning was logged. */
    private final Set<String> warnedLists = ConcurrentHashMap.newKeySet();

    EntryReader(RedisUrl url) {
        this.url = url;
    }

    /** Returns the ids of the runs that scripts skip, as one argument. */
    String skippedRuns() {
        return ScriptArguments.strings(skipped);
    }

    boolean skips(String id) {
        return skipped.contains(id);
    }

    boolean skipsMoreRuns() {
        return skipped.size() < MAX_SKIPPED;
    }

    /** Skips no run any more, because all were replaced. */
    void reset() {
        skipped.clear();
    }

    static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    /** Parses the result of a script: id, run, and version if the script knows it; null for no run. */
    Optional<Run> run(@Nullable Object found) {
        if (found == null) {
            return Optional.empty();
        }
        List<String> parts = strings(found);
        return run(parts.get(0), parts.get(1), parts.size() == 2 ? null : parts.get(2));
    }

    /**
     * Reads a run.
     *
     * @param version the version that scripts know, with which alone the run can be replaced; null if it was not read
     */
    Optional<Run> run(String id, String text, @Nullable String version) {
        Run run = parse(text);
        boolean usable =
                run != null && run.id().equals(id) && (version == null || version.equals(ScriptArguments.version(run)));
        if (usable) {
            return Optional.of(run);
        }
        if (skipsMoreRuns() && skipped.add(id)) {
            LOGGER.log(
                    Level.WARNING,
                    "Run {0} in {1} cannot be read and is ignored: this version of the server did not write it",
                    ScriptArguments.quoted(id),
                    url);
        }
        return Optional.empty();
    }

    /**
     * Parses a number and a run, null if it is invalid. The number is not in the JSON, because it is not known when
     * that is written.
     */
    static @Nullable Run parse(String numbered) {
        try {
            int space = numbered.indexOf(' ');
            return RunBuilder.fromJson(numbered.substring(space + 1))
                    .number(Long.parseLong(numbered, 0, space, 10))
                    .build();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** Logs an entry that is not a run and cannot be read, once for each list of entries. */
    void warnOfEntry(String list, String entry) {
        if (warnedLists.add(list)) {
            LOGGER.log(
                    Level.WARNING,
                    "Entry {0} of {1} in {2} cannot be read and is ignored, as are others in the list",
                    ScriptArguments.quoted(entry),
                    list,
                    url);
        }
    }
}
