package io.github.triggerapi.client.error;

import okhttp3.Headers;
import okhttp3.Request;

/** Takes the secret key that a request carried out of texts, as a server may put it into its answer. */
final class Redaction {

    private static final String HIDDEN = "[secret key]";

    /** In characters; less of a key is little more than its kind. */
    private static final int LEAST = 8;

    private final String secret;

    Redaction(Request request) {
        String authorization = request.header("Authorization");
        this.secret = authorization == null ? "" : authorization.substring(authorization.lastIndexOf(' ') + 1);
    }

    String of(String text) {
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
        Headers.Builder redacted = new Headers.Builder();
        headers.forEach(header -> {
            // No name could have what would stand for the key.
            if (of(header.getFirst()).equals(header.getFirst())) {
                redacted.addUnsafeNonAscii(header.getFirst(), of(header.getSecond()));
            }
        });
        return redacted.build();
    }

    /** Whether a stack trace would show the key. */
    boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!of(cause.toString()).equals(cause.toString())) {
                return true;
            }
        }
        return false;
    }
}
