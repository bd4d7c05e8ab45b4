package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.StoreUnavailableException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;

/** The way to one Redis, for many threads. */
final class Connection implements AutoCloseable {
    /** How long it takes at most to connect, to get one of the connections, and to get an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MAX_CONNECTIONS = 32;

    private final StoreUrl url;
    private final RedisClient redis;

    /** Does not connect yet. */
    Connection(StoreUrl url) {
        this.url = url;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MAX_CONNECTIONS);
        pool.setMaxIdle(MAX_CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        redis = RedisClient.builder()
                .hostAndPort(new HostAndPort(url.host(), url.port()))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(url.user())
                        .password(url.password())
                        .database(url.database())
                        .sslOptions(url.tls() ? SslOptions.defaults() : null)
                        .timeoutMillis((int) PATIENCE.toMillis())
                        .clientName("trigger-mock")
                        .build())
                .poolConfig(pool)
                .build();
    }

    /**
     * Asks for something once.
     *
     * @throws StoreUnavailableException where there is no answer, or that it cannot be done
     */
    <T> T call(Function<RedisClient, T> command) {
        try {
            return command.apply(redis);
        } catch (JedisException e) {
            forget();
            throw new StoreUnavailableException(url.toString(), e);
        }
    }

    /**
     * Listens on a channel when this returns.
     *
     * @throws StoreUnavailableException where that cannot be
     */
    Subscription subscribe(String channel, Consumer<String> messages, Runnable missed) {
        call(RedisClient::ping);
        return new Subscription(redis, channel, messages, missed, this::forget, PATIENCE);
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
