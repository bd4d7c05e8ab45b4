package io.github.triggerapi.mock.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Listens to a channel on a thread of its own, and subscribes again if the connection is lost. */
final class RedisSubscription implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(RedisSubscription.class.getName());
    private static final Duration RETRY_DELAY = Duration.ofMillis(100);

    private final UnifiedJedis redis;
    private final String channel;
    private final Consumer<String> messages;
    private final Runnable missed;
    private final Runnable lost;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile @Nullable JedisPubSub current;

    /**
     * Subscribes to a channel.
     *
     * @param missed is run when it has subscribed again, because messages may have been missed
     * @param lost is run when the connection is lost
     */
    RedisSubscription(
            UnifiedJedis redis,
            String channel,
            Consumer<String> messages,
            Runnable missed,
            Runnable lost,
            Duration timeout) {
        this.redis = redis;
        this.channel = channel;
        this.messages = messages;
        this.missed = missed;
        this.lost = lost;
        Thread thread = new Thread(this::listen, "mock-redis");
        thread.setDaemon(true);
        thread.start();
        await(first, timeout);
    }

    private void listen() {
        do {
            JedisPubSub listening = new Listening();
            current = listening;
            try {
                redis.subscribe(listening, channel);
            } catch (JedisException e) {
                lost.run();
                LOGGER.log(Level.DEBUG, "Not listening", e);
            }
        } while (!await(closed, RETRY_DELAY));
    }

    /** Returns whether the latch was released in time. */
    private static boolean await(CountDownLatch latch, Duration timeout) {
        try {
            return latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        JedisPubSub listening = current;
        try {
            if (listening != null && listening.isSubscribed()) {
                listening.unsubscribe();
            }
        } catch (JedisException gone) {
            LOGGER.log(Level.DEBUG, "Not listening", gone);
        }
    }

    private final class Listening extends JedisPubSub {
        @Override
        public void onSubscribe(String name, int count) {
            if (first.getCount() == 0) {
                missed.run();
            }
            first.countDown();
        }

        @Override
        public void onMessage(String name, String message) {
            try {
                messages.accept(message);
            } catch (RuntimeException e) {
                LOGGER.log(Level.ERROR, "A message could not be read", e);
            }
        }
    }
}
