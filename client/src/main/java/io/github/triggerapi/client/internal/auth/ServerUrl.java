package io.github.triggerapi.client.internal.auth;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The URL of the server that a client calls. Its path precedes the paths of the operations. */
public final class ServerUrl {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|.+\\.localhost|127(\\.\\d+){3}|::1");

    private final HttpUrl url;

    private ServerUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Parses a URL.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL, or has a query, a fragment or user
     *     information
     */
    public static ServerUrl parse(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip().replaceAll("/+$", "") + "/");
        if (parsed != null && !(parsed.username() + parsed.password()).isEmpty()) {
            throw new IllegalArgumentException(
                    "The API URL contains user information; expected a URL without, and secretKey(…) for the key");
        }
        if (parsed == null || parsed.query() != null || parsed.fragment() != null) {
            throw new IllegalArgumentException("Not an absolute http or https URL without query: " + url);
        }
        return new ServerUrl(parsed);
    }

    /**
     * Checks that the secret key is not sent over the network without encryption.
     *
     * @throws IllegalArgumentException if the scheme is http and the host is not a loopback address
     */
    public void requireEncryption() {
        requireEncryption(url, "the secret key");
    }

    /**
     * Checks that something is not sent over the network without encryption.
     *
     * @param what it, for the message
     * @throws IllegalArgumentException if the scheme is http and the host is not a loopback address
     */
    public static void requireEncryption(HttpUrl url, String what) {
        if (!isProtected(url)) {
            throw new IllegalArgumentException(
                    "Plain http would expose " + what + " on the way to " + url.host()
                            + "; expected https, a loopback address, or allowPlainHttp(true) (with fromEnv(), TRIGGER_API_ALLOW_HTTP=true)");
        }
    }

    /** Returns whether nobody on the network can read what is sent there. */
    boolean isProtected() {
        return isProtected(url);
    }

    private static boolean isProtected(HttpUrl url) {
        return url.isHttps() || LOOPBACK.matcher(url.host()).matches();
    }

    /** Returns the URL, with a slash at the end of its path. */
    public HttpUrl url() {
        return url;
    }

    /** Returns whether another URL has the same scheme, host and port. */
    public boolean hasSameOriginAs(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
