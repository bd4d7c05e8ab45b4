package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.run.store.RunStore;
import io.github.triggerapi.mock.run.store.RunStoreProvider;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The location of a Redis, and the credentials for it. */
record RedisUrl(
        boolean tls,
        String host,
        int port,
        int database,
        @Nullable String user,
        @Nullable String password) implements RunStoreProvider.Location {
    private static final int DEFAULT_PORT = 6379;

    /** @throws IllegalArgumentException if the URL is invalid; the message does not contain it */
    static RedisUrl of(String value) {
        URI url;
        try {
            url = new URI(value);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(problem());
        }
        String scheme = String.valueOf(url.getScheme());
        String path = String.valueOf(url.getPath());
        boolean more = url.getQuery() != null || url.getFragment() != null;
        if (!scheme.matches("rediss?") || url.getHost() == null || !path.matches("|/|/\\d{1,4}") || more) {
            throw new IllegalArgumentException(problem());
        }
        String[] userAndPassword = String.valueOf(url.getUserInfo()).split(":", 2);
        boolean secured = userAndPassword.length == 2;
        return new RedisUrl(
                scheme.equals("rediss"),
                url.getHost(),
                url.getPort() == -1 ? DEFAULT_PORT : url.getPort(),
                path.length() < 2 ? 0 : Integer.parseInt(path.substring(1)),
                secured && !userAndPassword[0].isEmpty() ? userAndPassword[0] : null,
                secured ? userAndPassword[1] : null);
    }

    /** Returns a message without the URL, which may have a password. */
    private static String problem() {
        return "store must be redis://[[user]:password@]host[:port][/database], or the same with rediss";
    }

    @Override
    public RunStore connect(int maxRuns) {
        return new RedisRunStore(this, maxRuns, RedisConnection.TIMEOUT);
    }

    /** Returns the location without user and password. */
    @Override
    public String toString() {
        return "%s://%s:%d/%d".formatted(tls ? "rediss" : "redis", host, port, database);
    }
}
