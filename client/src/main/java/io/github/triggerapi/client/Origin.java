package io.github.triggerapi.client;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The server that a client speaks to, with the path that those of the document come after. */
final class Origin {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|.+\\.localhost|127(\\.\\d+){3}|::1");

    private final HttpUrl url;

    private Origin(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException where it is no absolute http or https URL, has a query, or names a user
     */
    static Origin of(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip().replaceAll("/+$", "") + "/");
        if (parsed != null && !(parsed.username() + parsed.password()).isEmpty()) {
            throw new IllegalArgumentException("A URL with a user is not supported; the secret key has its own place");
        }
        if (parsed == null || parsed.query() != null || parsed.fragment() != null) {
            throw new IllegalArgumentException("Not an absolute http or https URL without query: " + url);
        }
        return new Origin(parsed);
    }

    /**
     * Refuses a server to which the secret key would go in clear.
     *
     * @throws IllegalArgumentException where it is another machine and the scheme is http
     */
    void requireSafe() {
        if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
            throw new IllegalArgumentException("Plain http would show the secret key on the way to " + url.host()
                    + "; expected https, a loopback address, or allowPlainHttp(true)");
        }
    }

    HttpUrl url() {
        return url;
    }

    boolean includes(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }
}
