package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** The way to one Redis, for many threads. */
final class RedisConnection implements AutoCloseable {
    /** How long it takes at most to connect, to get one of the connections, and to get an answer. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * The time limit for each step of the first connection at startup. A TLS connection takes it twice where nobody
     * answers, as closing waits for an answer too.
     */
    private static final Duration FIRST_TIMEOUT = Duration.ofMillis(700);

    private static final int MAX_CONNECTIONS = 32;

    private final RedisUrl url;
    private final Duration timeout;
    private final RedisClient redis;

    /** Does not connect yet. */
    RedisConnection(RedisUrl url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        redis = client(url, timeout);
    }

    private static RedisClient client(RedisUrl url, Duration timeout) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MAX_CONNECTIONS);
        pool.setMaxIdle(MAX_CONNECTIONS);
        pool.setMaxWait(timeout);
        return RedisClient.builder()
                .hostAndPort(new HostAndPort(url.host(), url.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        // If it is not given, Jedis connects here to find out, and takes a round trip more each time.
                        .protocol(RedisProtocol.RESP2)
                        .user(url.user())
                        .password(url.password())
                        .database(url.database())
                        .sslOptions(url.tls() ? SslOptions.defaults() : null)
                        .timeoutMillis((int) timeout.toMillis())
                        .clientName("trigger-mock")
                        .build())
                .poolConfig(pool)
                .build();
    }

    /** Something to ask for. */
    @FunctionalInterface
    interface Command<T> {
        /**
         * Asks for it.
         *
         * @param again whether it was asked for before on a connection that broke, so that it may be done already
         */
        T send(RedisClient redis, boolean again);
    }

    /**
     * Asks for something that may be done twice.
     *
     * @throws StoreUnavailableException if there is no response or the command fails
     */
    <T> T call(Function<RedisClient, T> command) {
        return call((redis, again) -> command.apply(redis));
    }

    /**
     * Asks for something, and once more where the connection was closed: the server closes those that are idle, and nobody
     * can tell before a command is sent. It is not known then whether the command was done, so it is told that it comes
     * again. A command without an answer in time is not sent again.
     *
     * @throws StoreUnavailableException if there is no response or the command fails
     */
    <T> T call(Command<T> command) {
        try {
            return command.send(redis, false);
        } catch (JedisConnectionException e) {
            forget();
            if (isLate(e)) {
                throw unavailable(e);
            }
        } catch (JedisException e) {
            forget();
            throw unavailable(e);
        }
        try {
            return command.send(redis, true);
        } catch (JedisException e) {
            forget();
            throw unavailable(e);
        }
    }

    private static boolean isLate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
            for (Throwable other : cause.getSuppressed()) {
                if (other instanceof SocketTimeoutException) {
                    return true;
                }
            }
        }
        return false;
    }

    private StoreUnavailableException unavailable(Throwable failure) {
        return new StoreUnavailableException(url.toString(), ConnectionProblem.of(failure, url), failure);
    }

    /**
     * Listens on a channel when this returns.
     *
     * @throws StoreUnavailableException where that cannot be
     */
    RedisSubscription subscribe(String channel, Consumer<String> messages, Runnable missed) {
        requireAnswer();
        return new RedisSubscription(redis, channel, messages, missed, this::forget, timeout);
    }

    private void requireAnswer() {
        requireHost();
        try (RedisClient first = client(url, FIRST_TIMEOUT)) {
            first.ping();
        } catch (JedisException e) {
            throw unavailable(e);
        }
    }

    /** On a thread of its own, as there is no time limit for looking up a host. */
    private void requireHost() {
        FutureTask<InetAddress> lookup = new FutureTask<>(() -> InetAddress.getByName(url.host()));
        Thread thread = new Thread(lookup, "mock-redis-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            lookup.get(FIRST_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(new UnknownHostException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    /** When one connection is broken, those that nobody uses are likely to be so too. */
    private void forget() {
        redis.getPool().clear();
    }

    @Override
    public void close() {
        redis.close();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
