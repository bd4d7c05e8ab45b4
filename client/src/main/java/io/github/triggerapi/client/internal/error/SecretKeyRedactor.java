package io.github.triggerapi.client.internal.error;

import io.github.triggerapi.client.internal.auth.SentSecrets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.Request;

/** Removes the secret key and other credentials of a request from strings, as a server may repeat them in a response. */
public final class SecretKeyRedactor {

    private static final Pattern HEADER_NAME = Pattern.compile("[!-~]+");
    private static final String REPLACEMENT = "[secret key]";

    /** In characters; a shorter start of a key contains little more than its prefix. */
    private static final int MIN_PARTIAL_KEY = 8;

    /** The longest first, as one may begin with another. */
    private final List<String> secrets;

    private final Pattern any;

    /** Removes the credentials that a request contains. */
    public SecretKeyRedactor(Request request) {
        this.secrets = SentSecrets.of(request);
        this.any = Pattern.compile(secrets.stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Returns a string without the key. */
    public String redact(String string) {
        return secrets.isEmpty() ? string : any.matcher(string).replaceAll(Matcher.quoteReplacement(REPLACEMENT));
    }

    /** Returns a string without the key, and without a part of the key at its end. */
    String redactExcerpt(String string) {
        String redacted = redact(string);
        for (String secret : secrets) {
            for (int length = secret.length() - 1; length >= MIN_PARTIAL_KEY; length--) {
                if (redacted.endsWith(secret.substring(0, length))) {
                    return redacted.substring(0, redacted.length() - length) + REPLACEMENT;
                }
            }
        }
        return redacted;
    }

    /** Returns headers without the key. */
    Headers redact(Headers headers) {
        Headers.Builder redacted = headers.newBuilder();
        for (String name : headers.names()) {
            List<String> values = headers.values(name);
            List<String> redactedValues = values.stream().map(this::redact).toList();
            if (contains(name) || !redactedValues.equals(values)) {
                redacted.removeAll(name);
                add(redacted, name, redactedValues);
            }
        }
        return redacted.build();
    }

    /** Omits headers whose name contains the key, or is one that OkHttp reads but does not let be added. */
    private void add(Headers.Builder redacted, String name, List<String> values) {
        if (!contains(name) && HEADER_NAME.matcher(name).matches()) {
            values.forEach(value -> redacted.addUnsafeNonAscii(name, value));
        }
    }

    private boolean contains(String string) {
        return !redact(string).equals(string);
    }

    /** Returns whether the stack trace of a failure contains the key. */
    public boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (contains(cause.toString())
                    || Arrays.stream(cause.getSuppressed()).anyMatch(this::isIn)) {
                return true;
            }
        }
        return false;
    }
}
