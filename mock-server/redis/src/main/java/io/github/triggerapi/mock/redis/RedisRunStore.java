package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.Batch;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.store.NewRun;
import io.github.triggerapi.mock.run.store.Page;
import io.github.triggerapi.mock.run.store.QueueKey;
import io.github.triggerapi.mock.run.store.QueueStatus;
import io.github.triggerapi.mock.run.store.RunListener;
import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.StoreFullException;
import io.github.triggerapi.mock.run.store.StoreState;
import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import io.github.triggerapi.mock.run.store.TaskSelector;
import io.github.triggerapi.mock.run.store.TriggerResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.Tuple;

/**
 * Keeps runs in Redis 6.2 or later, or in Valkey. All servers with the same URL share keys, queues and limits, and are
 * notified of changes of the others. The number of runs is limited: when there are more, those that finished first are
 * removed. Due times have a precision of microseconds.
 *
 * <p>How safe the runs are depends on the configuration of Redis, {@code appendonly} and {@code appendfsync}. While
 * Redis cannot be reached, every method throws a {@link StoreUnavailableException}. A call whose connection was closed
 * is repeated once, and has no effect if the first attempt was executed.
 *
 * <p>A run or another entry that cannot be read, because another program wrote it, is logged and ignored; it stays in
 * Redis.
 */
public final class RedisRunStore implements RunStore {
    private static final Logger LOGGER = System.getLogger(RedisRunStore.class.getName());

    /** How many runs are read at once. */
    private static final int BATCH = 500;

    private final RedisConnection connection;
    private final int maxRuns;
    private final List<String> keys;
    private final String name = UUID.randomUUID().toString();
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<@Nullable QueueKey>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();

    private final EntryReader reader;
    private final RedisSubscription subscription;

    /**
     * Connects to a store.
     *
     * @param url such as {@code redis://localhost:6379} or {@code rediss://user:password@host:6379/1}
     * @param maxRuns 1 or more
     * @throws IllegalArgumentException if the URL is invalid
     * @throws StoreUnavailableException if the store cannot be reached
     */
    public RedisRunStore(String url, int maxRuns) {
        this(RedisUrl.of(url), maxRuns, RedisConnection.TIMEOUT);
    }

    /** @param timeout the time limit of each step */
    RedisRunStore(RedisUrl url, int maxRuns, Duration timeout) {
        if (maxRuns < 1) {
            throw new IllegalArgumentException("maxRuns must be 1 or more: " + maxRuns);
        }
        this.maxRuns = maxRuns;
        connection = new RedisConnection(url, timeout);
        reader = new EntryReader(url);
        keys = RedisKeys.all(url.database());
        try {
            subscription = connection.subscribe(
                    RedisKeys.channel(url.database()),
                    this::onMessage,
                    () -> watchers.forEach(watcher -> watcher.accept(null)));
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public TriggerResult trigger(NewRun wanted) {
        Run run = wanted.run();
        String requestKey = wanted.requestKey();
        // Either of its keys may belong to a run that cannot be read.
        for (int attempt = 0; attempt < 3; attempt++) {
            List<?> result = (List<?>) run(
                    RedisScript.TRIGGER,
                    run.id(),
                    ScriptArguments.of(run),
                    run.toJson(),
                    ScriptArguments.micros(run.createdAt()),
                    String.valueOf(maxRuns),
                    requestKey == null ? "" : ScriptArguments.key(run.environment(), run.task(), requestKey),
                    ScriptArguments.micros(wanted.requestExpiresAt()),
                    ScriptArguments.flag(wanted.setsLimit()),
                    wanted.limit() == null ? "" : wanted.limit().toString());
            switch (result.get(0).toString()) {
                case "found", "made" -> {
                    Optional<Run> stored = reader.run(result.get(1));
                    if (stored.isPresent()) {
                        return triggered(stored.get(), result);
                    }
                }
                case "full" -> throw new StoreFullException(maxRuns);
                default -> throw new IllegalStateException("There is a run with the id " + run.id());
            }
        }
        IllegalStateException unreadable =
                new IllegalStateException("the keys of the request belong to runs that cannot be read");
        throw new StoreUnavailableException(connection.toString(), unreadable);
    }

    private TriggerResult triggered(Run run, List<?> result) {
        if (result.get(0).equals("found")) {
            return TriggerResult.found(run);
        }
        warn(result.get(3).equals(1L));
        return TriggerResult.made(run, result.get(2).equals(1L), result.get(4).equals(1L));
    }

    private void warn(boolean removed) {
        if (removed && warned.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, "More than {0} runs: those that finished first are removed", maxRuns);
        }
    }

    @Override
    public Optional<Run> next(QueueKey queue, TaskSelector tasks) {
        List<String> arguments =
                new ArrayList<>(List.of(ScriptArguments.queue(queue), ScriptArguments.queue(queue.whole())));
        arguments.addAll(ScriptArguments.tasks(tasks));
        return readFirst(RedisScript.NEXT, arguments.toArray(String[]::new));
    }

    @Override
    public boolean replace(Run before, Run after) {
        Object done = run(
                RedisScript.REPLACE,
                before.id(),
                ScriptArguments.version(before),
                ScriptArguments.of(after),
                after.toJson());
        return done.equals(1L);
    }

    @Override
    public Optional<Run> due(Instant until) {
        return readFirst(RedisScript.DUE, ScriptArguments.micros(until), ScriptArguments.flag(false));
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(run(RedisScript.DUE, "+inf", ScriptArguments.flag(true)))
                // A run that can neither be read nor skipped would be due all the time.
                .filter(score -> reader.skipsMoreRuns())
                .flatMap(score -> ScriptArguments.instant(score.toString()));
    }

    @Override
    public Collection<QueueKey> waiting() {
        List<QueueKey> queues = new ArrayList<>();
        for (String text : EntryReader.strings(run(RedisScript.WAITING))) {
            ScriptArguments.queue(text).ifPresentOrElse(queues::add, () -> reader.warnOfEntry("lines", text));
        }
        return queues;
    }

    @Override
    public void pause(QueueKey queue, boolean paused) {
        run(RedisScript.PAUSE, ScriptArguments.queue(queue.whole()), ScriptArguments.flag(paused));
    }

    @Override
    public Collection<QueueStatus> queues() {
        List<?> all = (List<?>) run(RedisScript.QUEUES);
        Set<QueueKey> known = new LinkedHashSet<>();
        Map<QueueKey, Long> limits = sums(all.get(1));
        Set<QueueKey> paused = new HashSet<>();
        EntryReader.strings(all.get(0))
                .forEach(text -> ScriptArguments.queue(text).ifPresent(known::add));
        EntryReader.strings(all.get(2))
                .forEach(text -> ScriptArguments.queue(text).ifPresent(paused::add));
        Map<QueueKey, Long> executing = sums(all.get(3));
        Map<QueueKey, Long> queued = sums(all.get(4));
        Stream.of(limits.keySet(), paused, executing.keySet(), queued.keySet()).forEach(known::addAll);
        return known.stream()
                .map(queue -> new QueueStatus(
                        queue,
                        limits.containsKey(queue) ? (Integer) limits.get(queue).intValue() : null,
                        paused.contains(queue),
                        queued.getOrDefault(queue, 0L),
                        executing.getOrDefault(queue, 0L)))
                .toList();
    }

    /** Adds up the numbers of all copies of each queue; those that cannot be read are ignored. */
    private static Map<QueueKey, Long> sums(Object queuesAndNumbers) {
        List<String> texts = EntryReader.strings(queuesAndNumbers);
        Map<QueueKey, Long> sums = new LinkedHashMap<>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            Optional<Integer> number = ScriptArguments.limit(texts.get(i + 1));
            ScriptArguments.queue(texts.get(i))
                    .ifPresent(queue ->
                            number.ifPresent(count -> sums.merge(queue.whole(), count.longValue(), Long::sum)));
        }
        return sums;
    }

    @Override
    public Optional<Run> find(String id) {
        return Optional.ofNullable(connection.call(redis -> redis.hget(RedisKeys.RUNS, id)))
                .flatMap(text -> reader.run(id, text, null));
    }

    @Override
    public List<Run> findAll(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        List<Run> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            List<String> some = wanted.subList(from, Math.min(from + BATCH, wanted.size()));
            found.addAll(read(some.toArray(String[]::new)));
        }
        return found;
    }

    /** Reads the runs with some ids, one or more. */
    private List<Run> read(String... ids) {
        List<@Nullable String> strings = connection.call(redis -> redis.hmget(RedisKeys.RUNS, ids));
        return IntStream.range(0, ids.length)
                .filter(i -> strings.get(i) != null)
                .mapToObj(i -> reader.run(ids[i], strings.get(i), null))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Batch addBatch(Batch wanted) {
        Object kept = run(
                RedisScript.ADD_BATCH,
                wanted.id(),
                ScriptArguments.of(wanted),
                ScriptArguments.micros(wanted.createdAt()),
                String.valueOf(maxRuns));
        return ScriptArguments.batch(String.valueOf(kept)).orElse(wanted);
    }

    @Override
    public void replaceBatch(Batch after) {
        run(RedisScript.REPLACE_BATCH, after.id(), ScriptArguments.of(after));
    }

    @Override
    public Optional<Batch> findBatch(String id) {
        return Optional.ofNullable(connection.call(redis -> redis.hget(RedisKeys.BATCHES, id)))
                .flatMap(ScriptArguments::batch);
    }

    @Override
    public Optional<Run> findByIdempotencyKey(String environment, String task, String idempotencyKey, Instant now) {
        String key = ScriptArguments.key(environment, task, idempotencyKey);
        return Optional.ofNullable(connection.call(redis -> redis.hget(RedisKeys.KEYS, key)))
                .flatMap(this::find)
                .filter(run -> run.idempotencyExpiresAt() == null
                        || run.idempotencyExpiresAt().isAfter(now));
    }

    @Override
    public Page list(RunFilter filter, @Nullable String after, int size) {
        return Page.of(this::after, filter, after, size);
    }

    @Override
    public Page listLatest(RunFilter filter, @Nullable String before, int size) {
        return Page.latest(this::before, filter, before, size);
    }

    private Stream<Run> after(long number) {
        return chunks(number, last -> ZRangeParams.zrangeByScoreParams(last + 1, Double.MAX_VALUE));
    }

    private Stream<Run> before(long number) {
        return chunks(
                number, last -> ZRangeParams.zrangeByScoreParams(last - 1, 0).rev());
    }

    private Stream<Run> chunks(long from, LongFunction<ZRangeParams> following) {
        return Stream.iterate(
                        chunk(following.apply(from)),
                        Optional::isPresent,
                        chunk -> chunk(following.apply(chunk.get().last())))
                .flatMap(chunk -> chunk.get().runs().stream());
    }

    private Optional<Chunk> chunk(ZRangeParams range) {
        List<Tuple> ids = connection.call(redis -> redis.zrangeWithScores(RedisKeys.ORDER, range.limit(0, BATCH)));
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String[] names = ids.stream().map(Tuple::getElement).toArray(String[]::new);
        return Optional.of(new Chunk(read(names), (long) ids.get(ids.size() - 1).getScore()));
    }

    @Override
    public Runnable listen(RunListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Runnable watch(Consumer<@Nullable QueueKey> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Handles a message: the name of a store and a run, which is missing if all runs were replaced. */
    private void onMessage(String message) {
        String[] parts = message.split(" ", 2);
        if (parts.length < 2) {
            return;
        }
        Run run = EntryReader.parse(parts[1]);
        if (run != null) {
            listeners.forEach(listener -> listener.changed(run));
        } else if (parts[1].isEmpty()) {
            reader.reset();
        }
        if (!parts[0].equals(name)) {
            QueueKey queue = run == null ? null : QueueKey.of(run);
            watchers.forEach(watcher -> watcher.accept(queue));
        }
    }

    @Override
    public StoreState state() {
        List<?> all = (List<?>) run(RedisScript.STATE);
        StoreState.Builder state = StoreState.builder();
        ((List<?>) all.get(0)).forEach(run -> reader.run(run).ifPresent(state::run));
        List<String> limits = EntryReader.strings(all.get(1));
        for (int i = 0; i < limits.size(); i += 2) {
            Optional<QueueKey> queue = ScriptArguments.queue(limits.get(i));
            Optional<Integer> limit = ScriptArguments.limit(limits.get(i + 1));
            if (queue.isPresent() && limit.isPresent()) {
                state.limit(queue.get(), limit.get());
            } else {
                reader.warnOfEntry("limits", limits.get(i));
            }
        }
        List<String> requests = EntryReader.strings(all.get(2));
        for (int i = 0; i < requests.size(); i += 3) {
            Optional<List<String>> key = ScriptArguments.key(requests.get(i));
            Optional<Instant> expires = ScriptArguments.instant(requests.get(i + 1));
            if (key.isPresent() && expires.isPresent()) {
                List<String> parts = key.get();
                state.request(parts.get(0), parts.get(1), parts.get(2), requests.get(i + 2), expires.get());
            } else {
                reader.warnOfEntry("requests", requests.get(i));
            }
        }
        for (String text : EntryReader.strings(all.get(3))) {
            ScriptArguments.queue(text).ifPresentOrElse(state::paused, () -> reader.warnOfEntry("paused", text));
        }
        for (String text : EntryReader.strings(all.get(4))) {
            ScriptArguments.batch(text).ifPresentOrElse(state::batch, () -> reader.warnOfEntry("batches", text));
        }
        return state.build();
    }

    @Override
    public void restore(StoreState state) {
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(state.limits().size()),
                String.valueOf(state.requests().size()),
                String.valueOf(state.paused().size()),
                String.valueOf(state.batches().size())));
        state.limits()
                .forEach((queue, limit) -> arguments.addAll(List.of(ScriptArguments.queue(queue), limit.toString())));
        state.requests()
                .forEach(key -> arguments.addAll(List.of(
                        ScriptArguments.key(key.environment(), key.task(), key.value()),
                        ScriptArguments.micros(key.expiresAt()),
                        key.run())));
        state.paused().forEach(queue -> arguments.add(ScriptArguments.queue(queue)));
        state.batches().forEach(batch -> arguments.addAll(List.of(batch.id(), ScriptArguments.of(batch))));
        state.inOrderOfChange()
                .forEach(run -> arguments.addAll(List.of(run.id(), ScriptArguments.numbered(run), run.toJson())));
        run(RedisScript.RESTORE, arguments.toArray(String[]::new));
    }

    /** Returns the location without a password. */
    @Override
    public String toString() {
        return connection.toString();
    }

    @Override
    public void close() {
        subscription.close();
        connection.close();
    }

    private @Nullable Object run(RedisScript script, String... arguments) {
        String call = name + " " + calls.incrementAndGet();
        return connection.call((redis, again) -> {
            List<String> all = new ArrayList<>(List.of(name, call, ScriptArguments.flag(again), reader.skippedRuns()));
            all.addAll(List.of(arguments));
            return script.run(redis, keys, all);
        });
    }

    /**
     * Reads the first of many runs that a script returns, or the next one if it cannot be read: the script skips it
     * from then on.
     */
    private Optional<Run> readFirst(RedisScript script, String... arguments) {
        Set<String> skipped = new HashSet<>();
        while (true) {
            Object first = run(script, arguments);
            Optional<Run> run = reader.run(first);
            if (first == null || run.isPresent()) {
                return run;
            }
            String id = EntryReader.strings(first).get(0);
            // The script cannot skip an id that it returns again.
            if (!reader.skips(id) || !skipped.add(id)) {
                return run;
            }
        }
    }

    /** @param last the number of the last run, which may be removed by now */
    private record Chunk(List<Run> runs, long last) {}
}
