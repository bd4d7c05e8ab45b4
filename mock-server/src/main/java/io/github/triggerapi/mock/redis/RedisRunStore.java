package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.NewRun;
import io.github.triggerapi.mock.run.Page;
import io.github.triggerapi.mock.run.QueueKey;
import io.github.triggerapi.mock.run.Run;
import io.github.triggerapi.mock.run.RunFilter;
import io.github.triggerapi.mock.run.RunJson;
import io.github.triggerapi.mock.run.RunListener;
import io.github.triggerapi.mock.run.RunStore;
import io.github.triggerapi.mock.run.StoreFullException;
import io.github.triggerapi.mock.run.StoreState;
import io.github.triggerapi.mock.run.StoreUnavailableException;
import io.github.triggerapi.mock.run.TaskSet;
import io.github.triggerapi.mock.run.Triggered;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.Tuple;

/**
 * Keeps runs in Redis 6.2 or later, or in Valkey, for all servers that are given the same URL: they agree on keys, queues and
 * limits, and each is told of what the others do. It keeps as many runs as it is told, as a {@link
 * io.github.triggerapi.mock.run.MemoryRunStore} does. Due times count in microseconds.
 *
 * <p>What is kept is as safe as Redis is told to make it, with {@code appendonly} and {@code appendfsync}. While Redis
 * cannot be reached every method throws a {@link StoreUnavailableException}; nothing is tried twice, so that nothing is
 * done twice. It needs {@code redis.clients:jedis} on the class path.
 */
public final class RedisRunStore implements RunStore {
    private static final Logger LOGGER = System.getLogger(RedisRunStore.class.getName());

    /** How many runs are asked for at once where there may be many. */
    private static final int BATCH = 500;

    private final Connection connection;
    private final int maxRuns;
    private final List<String> keys;
    private final String name = UUID.randomUUID().toString();
    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<@Nullable QueueKey>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final Subscription subscription;

    /**
     * Connects to a store.
     *
     * @param url such as {@code redis://localhost:6379} or {@code rediss://user:password@host:6379/1}
     * @param maxRuns 1 or more
     * @throws IllegalArgumentException where the URL is none of Redis
     * @throws StoreUnavailableException where it cannot be reached
     */
    public RedisRunStore(String url, int maxRuns) {
        this(StoreUrl.of(url), maxRuns);
    }

    /**
     * Connects to a store.
     *
     * @param maxRuns 1 or more
     * @throws StoreUnavailableException where it cannot be reached
     */
    public RedisRunStore(StoreUrl url, int maxRuns) {
        if (maxRuns < 1) {
            throw new IllegalArgumentException("maxRuns must be 1 or more: " + maxRuns);
        }
        this.maxRuns = maxRuns;
        connection = new Connection(url);
        keys = StoreKeys.all(url.database());
        try {
            subscription = connection.subscribe(
                    StoreKeys.channel(url.database()),
                    this::told,
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
    public Triggered trigger(NewRun wanted) {
        Run run = wanted.run();
        String requestKey = wanted.requestKey();
        List<?> answer = (List<?>) run(
                Script.TRIGGER,
                run.id(),
                Facts.of(run),
                RunJson.write(run),
                Facts.micros(run.createdAt()),
                String.valueOf(maxRuns),
                requestKey == null ? "" : Facts.key(run.environment(), run.task(), requestKey),
                Facts.micros(wanted.requestExpiresAt()),
                Facts.flag(wanted.setsLimit()),
                wanted.limit() == null ? "" : wanted.limit().toString());
        return switch (answer.get(0).toString()) {
            case "found" -> Triggered.found(stored(answer.get(1)));
            case "made" -> {
                warn(answer.get(3).equals(1L));
                yield Triggered.made(
                        stored(answer.get(1)),
                        answer.get(2).equals(1L),
                        answer.get(4).equals(1L));
            }
            case "full" -> throw new StoreFullException(maxRuns);
            default -> throw new IllegalStateException("There is a run with the id " + run.id());
        };
    }

    private void warn(boolean forgotten) {
        if (forgotten && warned.compareAndSet(false, true)) {
            LOGGER.log(Level.WARNING, "More than {0} runs: those that finished first are forgotten", maxRuns);
        }
    }

    @Override
    public Optional<Run> next(QueueKey queue, TaskSet tasks) {
        List<String> arguments = new ArrayList<>(List.of(Facts.queue(queue), Facts.queue(queue.whole())));
        arguments.addAll(Facts.tasks(tasks));
        return found(run(Script.NEXT, arguments.toArray(String[]::new)));
    }

    @Override
    public boolean replace(Run before, Run after) {
        Object done = run(Script.REPLACE, before.id(), Facts.version(before), Facts.of(after), RunJson.write(after));
        return done.equals(1L);
    }

    @Override
    public Optional<Run> due(Instant until) {
        return found(run(Script.DUE, Facts.micros(until)));
    }

    @Override
    public Optional<Instant> nextDue() {
        List<Tuple> first = connection.call(redis -> redis.zrangeWithScores(StoreKeys.DUE, 0, 0));
        return first.stream().findFirst().map(due -> Facts.instant((long) due.getScore()));
    }

    @Override
    public Collection<QueueKey> waiting() {
        return ((List<?>) run(Script.WAITING))
                .stream().map(queue -> Facts.queue(queue.toString())).toList();
    }

    @Override
    public Optional<Run> find(String id) {
        return found(connection.call(redis -> redis.hget(StoreKeys.RUNS, id)));
    }

    @Override
    public Optional<Run> held(String environment, String task, String idempotencyKey, Instant now) {
        String key = Facts.key(environment, task, idempotencyKey);
        return Optional.ofNullable(connection.call(redis -> redis.hget(StoreKeys.KEYS, key)))
                .flatMap(this::find)
                .filter(run -> run.idempotencyExpiresAt() == null
                        || run.idempotencyExpiresAt().isAfter(now));
    }

    @Override
    public Page list(RunFilter filter, @Nullable String after, int size) {
        return Page.of(this::after, filter, after, size);
    }

    private Stream<Run> after(long number) {
        return Stream.iterate(
                        batch(number),
                        Optional::isPresent,
                        batch -> batch(batch.get().last()))
                .flatMap(batch -> batch.get().runs().stream());
    }

    private Optional<Batch> batch(long after) {
        List<Tuple> ids = connection.call(redis -> redis.zrangeWithScores(
                StoreKeys.ORDER,
                ZRangeParams.zrangeByScoreParams(after + 1, Double.MAX_VALUE).limit(0, BATCH)));
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String[] names = ids.stream().map(Tuple::getElement).toArray(String[]::new);
        List<Run> runs = connection.call(redis -> redis.hmget(StoreKeys.RUNS, names)).stream()
                .filter(Objects::nonNull)
                .map(RedisRunStore::stored)
                .toList();
        return Optional.of(new Batch(runs, (long) ids.get(ids.size() - 1).getScore()));
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

    /** A message has the name of a store and a run, which is not there where all runs are others. */
    private void told(String message) {
        int space = message.indexOf(' ');
        boolean own = message.substring(0, space).equals(name);
        String text = message.substring(space + 1);
        Run run = text.isEmpty() ? null : stored(text);
        if (run != null) {
            listeners.forEach(listener -> listener.changed(run));
        }
        if (!own) {
            QueueKey queue = run == null ? null : QueueKey.of(run);
            watchers.forEach(watcher -> watcher.accept(queue));
        }
    }

    @Override
    public StoreState state() {
        List<?> all = (List<?>) run(Script.STATE);
        StoreState.Builder state = StoreState.builder();
        ((List<?>) all.get(0)).forEach(run -> state.run(stored(run)));
        List<String> limits = texts(all.get(1));
        for (int i = 0; i < limits.size(); i += 2) {
            state.limit(Facts.queue(limits.get(i)), Integer.parseInt(limits.get(i + 1)));
        }
        List<String> requests = texts(all.get(2));
        for (int i = 0; i < requests.size(); i += 3) {
            List<String> key = Facts.key(requests.get(i));
            Instant expires = Facts.instant((long) Double.parseDouble(requests.get(i + 1)));
            state.request(key.get(0), key.get(1), key.get(2), requests.get(i + 2), expires);
        }
        return state.build();
    }

    @Override
    public void restore(StoreState state) {
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(state.limits().size()),
                String.valueOf(state.requests().size())));
        state.limits().forEach((queue, limit) -> arguments.addAll(List.of(Facts.queue(queue), limit.toString())));
        state.requests()
                .forEach(key -> arguments.addAll(List.of(
                        Facts.key(key.environment(), key.task(), key.value()),
                        Facts.micros(key.expiresAt()),
                        key.run())));
        state.inOrderOfChange()
                .forEach(run -> arguments.addAll(List.of(run.id(), Facts.numbered(run), RunJson.write(run))));
        run(Script.RESTORE, arguments.toArray(String[]::new));
    }

    /** Where it is, without a password. */
    @Override
    public String toString() {
        return connection.toString();
    }

    @Override
    public void close() {
        subscription.close();
        connection.close();
    }

    private Object run(Script script, String... arguments) {
        List<String> all = new ArrayList<>(arguments.length + 1);
        all.add(name);
        all.addAll(List.of(arguments));
        return connection.call(redis -> script.run(redis, keys, all));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static Optional<Run> found(@Nullable Object text) {
        return Optional.ofNullable(text).map(RedisRunStore::stored);
    }

    /** The number is not in the JSON, as it is not known yet when that is written. */
    private static Run stored(Object text) {
        String numbered = text.toString();
        int space = numbered.indexOf(' ');
        return RunJson.read(numbered.substring(space + 1), Long.parseLong(numbered.substring(0, space)));
    }

    /** @param last the number of the last run, which may be forgotten by now */
    private record Batch(List<Run> runs, long last) {}
}
