package io.github.triggerapi.mock.redis;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Describes in one line why a store does not work and what to do about it. It never contains a user or a password. */
final class StoreErrorMessage {
    /** The maximum number of characters of a message of the server. */
    private static final int LONGEST = 200;

    private StoreErrorMessage() {}

    static String of(Throwable failure, RedisUrl url) {
        List<Throwable> reasons = reasons(failure);
        if (has(reasons, UnknownHostException.class)) {
            return "the host is unknown; check its name";
        }
        if (has(reasons, ConnectException.class) || has(reasons, NoRouteToHostException.class)) {
            return "nothing listens there; start Redis, or check host and port";
        }
        if (has(reasons, CertificateException.class)) {
            return "Java does not trust its certificate; add it to a trust store and name that with"
                    + " -Djavax.net.ssl.trustStore";
        }
        if (has(reasons, SSLException.class)) {
            return "the TLS handshake failed; without TLS the URL begins with redis://";
        }
        if (has(reasons, SocketTimeoutException.class)) {
            return "no response in time; check that Redis listens there"
                    + (url.tls() ? ", with TLS: without it the URL begins with redis://" : "");
        }
        Throwable last = reasons.get(reasons.size() - 1);
        String message = line(last);
        if (message.startsWith("NOAUTH")
                || message.contains("HELLO must be called with the client already authenticated")) {
            return "it requires a password; put :password@ before the host, best in TRIGGER_MOCK_STORE";
        }
        if (message.startsWith("WRONGPASS")) {
            return "it does not accept the user or the password; check them";
        }
        if (last instanceof JedisDataException) {
            return message;
        }
        if (message.startsWith("Unknown reply")) {
            return "the server there is not Redis; check host and port, and whether it requires TLS (rediss://)";
        }
        if (last instanceof SocketException || message.startsWith("Unexpected end of stream")) {
            return "it closed the connection; check that it is Redis, and whether it requires TLS (rediss://)";
        }
        return message;
    }

    /** Returns whether there was no response in time. */
    static boolean isLate(Throwable failure) {
        return has(reasons(failure), SocketTimeoutException.class);
    }

    /** Returns all causes, also those of suppressed exceptions; the last is the innermost cause. */
    private static List<Throwable> reasons(Throwable failure) {
        List<Throwable> reasons = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Throwable other : cause.getSuppressed()) {
                reasons.addAll(reasons(other));
            }
            reasons.add(cause);
        }
        return reasons;
    }

    private static boolean has(List<Throwable> reasons, Class<? extends Throwable> type) {
        return reasons.stream().anyMatch(type::isInstance);
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.substring(0, Math.min(message.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
    }
}
