package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.store.RunStoreProvider;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds the store that a URL names. */
final class StoreProviders {
    private static final String REDIS_ARTIFACT = "io.github.triggerapi:trigger-api-mock-server-redis";
    private static final Set<String> REDIS_SCHEMES = Set.of("redis", "rediss");

    private StoreProviders() {}

    /** @throws IllegalArgumentException if the URL is invalid or no provider supports it; the message does not contain it */
    static RunStoreProvider.Location locate(String url) {
        String scheme = url.split(":", 2)[0].toLowerCase(Locale.ROOT);
        for (RunStoreProvider provider :
                ServiceLoader.load(RunStoreProvider.class, RunStoreProvider.class.getClassLoader())) {
            if (provider.schemes().contains(scheme)) {
                return provider.locate(url);
            }
        }
        throw new IllegalArgumentException(
                REDIS_SCHEMES.contains(scheme)
                        ? "A store in Redis needs the artifact " + REDIS_ARTIFACT + " on the class path"
                        : "store must be redis://[[user]:password@]host[:port][/database], or the same with rediss");
    }
}
