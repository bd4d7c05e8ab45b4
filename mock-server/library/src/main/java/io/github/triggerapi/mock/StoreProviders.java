package io.github.triggerapi.mock;

import io.github.triggerapi.mock.run.store.RunStoreProvider;
import java.net.URI;
import java.net.URISyntaxException;
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
        String scheme = scheme(url);
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

    private static String scheme(String url) {
        try {
            return String.valueOf(new URI(url).getScheme()).toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            // The provider says what is wrong with the rest.
            int colon = url.indexOf(':');
            return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        }
    }
}
