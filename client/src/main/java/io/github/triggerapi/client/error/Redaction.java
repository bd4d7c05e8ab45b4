package io.github.triggerapi.client.error;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;

/** Takes the secret key that a request carried out of texts, as a server may put it into its answer. */
public final class Redaction {

    private static final Pattern NAME = Pattern.compile("[!-~]+");
    private static final String HIDDEN = "[secret key]";

    /** In characters; less of a key is little more than its kind. */
    private static final int LEAST = 8;

    private final String secret;

    /** Knows the key in the header {@code Authorization} of a request. */
    public Redaction(Request request) {
        String authorization = request.header("Authorization");
        this.secret = authorization == null ? "" : authorization.substring(authorization.lastIndexOf(' ') + 1);
    }

    /** A text without the key. */
    public String of(String text) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    /** The same for a text that may end in the middle of the key. */
    String ofStart(String text) {
        String redacted = of(text);
        for (int length = secret.length() - 1; length >= LEAST; length--) {
            if (redacted.endsWith(secret.substring(0, length))) {
                return redacted.substring(0, redacted.length() - length) + HIDDEN;
            }
        }
        return redacted;
    }

    Headers of(Headers headers) {
        Headers.Builder redacted = headers.newBuilder();
        for (String name : headers.names()) {
            List<String> values = headers.values(name);
            List<String> shown = values.stream().map(this::of).toList();
            if (!of(name).equals(name) || !shown.equals(values)) {
                redacted.removeAll(name);
                add(redacted, name, shown);
            }
        }
        return redacted.build();
    }

    /** Adds nothing where the name is not one that may be made, though it may be read. */
    private void add(Headers.Builder redacted, String name, List<String> values) {
        if (of(name).equals(name) && NAME.matcher(name).matches()) {
            values.forEach(value -> redacted.addUnsafeNonAscii(name, value));
        }
    }

    /** Whether a stack trace would show the key. */
    public boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!of(cause.toString()).equals(cause.toString())
                    || Arrays.stream(cause.getSuppressed()).anyMatch(this::isIn)) {
                return true;
            }
        }
        return false;
    }
}
