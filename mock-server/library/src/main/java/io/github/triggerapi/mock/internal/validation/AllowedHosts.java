package io.github.triggerapi.mock.internal.validation;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of the Host header that a server accepts. A page in a browser may have a name that resolves to this
 * computer, and could then send requests to a server that only this computer can reach. Such a request has the name of
 * the page in its Host header.
 */
public final class AllowedHosts {
    private static final int MISDIRECTED = 421;
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:[a-z0-9_.-]*[a-z0-9_-]\\.)?localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:::|(?:0{1,4}:){7})0{0,3}1]");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    private static final Pattern PORT = Pattern.compile("(?<=[^:]|]):[0-9]*$");

    private final boolean any;
    private final Set<String> allowed;

    /** The last accepted value: most requests have the same. */
    private volatile String lastServed = "localhost";

    private AllowedHosts(boolean any, Set<String> allowed) {
        this.any = any;
        this.allowed = allowed;
    }

    /**
     * Returns the names that a server accepts: loopback names, its own address, and the allowed names. It accepts any
     * name if none is allowed and it either listens on another address or requires a token.
     *
     * @param address the address that the server listens on
     * @param hasToken whether the control API requires a token
     */
    public static AllowedHosts of(String address, Collection<String> allowed, boolean hasToken) {
        Set<String> names = new HashSet<>();
        allowed.forEach(host -> names.add(name(host)));
        boolean any = names.isEmpty() && (hasToken || !isLoopback(address));
        names.add(name(address.contains(":") ? "[" + address + "]" : address));
        return new AllowedHosts(any, names);
    }

    /**
     * Checks a name, which must have no port.
     *
     * @throws IllegalArgumentException if it is not a name or address
     */
    public static void requireName(String host) {
        if (!NAME.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "an allowed host must be a name or an address without a port, such as mock.example or [::2]: "
                            + host);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Binding fails later with its own message.
            return false;
        }
    }

    /**
     * Rejects with status 421 a request for another server.
     *
     * @param host the Host header; null if there is none, which no browser sends
     * @param target the request target, which may name a server, too
     */
    public void check(@Nullable String host, String target) {
        if (any) {
            return;
        }
        if (host != null && host.isBlank()) {
            throw new RejectedRequestException(MISDIRECTED, "The Host header is empty; use localhost");
        }
        if (host != null && !host.equals(lastServed)) {
            check(host);
            lastServed = host;
        }
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme >= 0) {
            check(target.substring(scheme + 3).split("[/?#]", 2)[0]);
        }
    }

    private void check(String host) {
        String name = name(host);
        if (!allowed.contains(name) && !LOOPBACK.matcher(name).matches()) {
            String shown = "%.100s".formatted(name.replaceAll("[^A-Za-z0-9._:\\[\\]-]", "?"));
            String option = NAME.matcher(name).matches()
                    ? ", or start the server with --allowed-host " + shown + " or MockServerBuilder.allowedHost"
                    : "";
            throw new RejectedRequestException(
                    MISDIRECTED, "The Host \"" + shown + "\" is not allowed; use localhost" + option);
        }
    }

    /** Returns a name without its port, in the form in which names are compared. */
    private static String name(String host) {
        String name = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
