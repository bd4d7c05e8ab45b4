package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.store.StoreUnavailableException;
import java.net.InetAddress;
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

/** Connections to one Redis, for use by many threads. */
final class RedisConnection implements AutoCloseable {
    /** The time limit to connect, to get a connection from the pool, and to get a response. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * The time limit of each step of the first connection at the start. A TLS connection takes it twice if nothing
     * responds, because closing waits for a response, too.
     */
    private static final Duration FIRST_TIMEOUT = Duration.ofMillis(700);

    private static final int MAX_CONNECTIONS = 32;

    private final RedisUrl url;
    private final Duration timeout;
    private final RedisClient redis;

    /** Creates a pool without connecting. */
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
                        // Without it, Jedis connects here to find out, and needs another round trip for each
                        // connection.
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

    /** A command that can be repeated. */
    @FunctionalInterface
    interface Command<T> {
        /**
         * Sends the command.
         *
         * @param again whether it was sent before on a connection that was closed, so that it may have been executed
         *     already
         */
        T send(RedisClient redis, boolean again);
    }

    /**
     * Sends a command that may be executed twice.
     *
     * @throws StoreUnavailableException if there is no response or the command fails
     */
    <T> T call(Function<RedisClient, T> command) {
        return call((redis, again) -> command.apply(redis));
    }

    /**
     * Sends a command, and once more if the connection was closed: the server closes idle connections, which is not
     * known before a command is sent. Then it is unknown whether the command was executed, so it is told that it is
     * repeated. A command without a response in time is not repeated.
     *
     * @throws StoreUnavailableException if there is no response or the command fails
     */
    <T> T call(Command<T> command) {
        return call(command, false);
    }

    private <T> T call(Command<T> command, boolean again) {
        try {
            return command.send(redis, again);
        } catch (JedisException e) {
            closeIdle();
            if (again || !(e instanceof JedisConnectionException) || StoreErrorMessage.isLate(e)) {
                throw unavailable(e);
            }
        }
        return call(command, true);
    }

    private StoreUnavailableException unavailable(Throwable failure) {
        return new StoreUnavailableException(url.toString(), StoreErrorMessage.of(failure, url), failure);
    }

    /**
     * Subscribes to a channel.
     *
     * @throws StoreUnavailableException if the store cannot be reached
     */
    RedisSubscription subscribe(String channel, Consumer<String> messages, Runnable missed) {
        requireResponse();
        return new RedisSubscription(redis, channel, messages, missed, this::closeIdle, timeout);
    }

    private void requireResponse() {
        requireHost();
        try (RedisClient first = client(url, FIRST_TIMEOUT)) {
            first.ping();
        } catch (JedisException e) {
            throw unavailable(e);
        }
    }

    /** Looks up the host on a thread of its own, because the lookup has no time limit. */
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

    /** Closes idle connections: if one connection is broken, they probably are, too. */
    private void closeIdle() {
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
