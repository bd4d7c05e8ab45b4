package io.github.triggerapi.client.error;

import okhttp3.Headers;
import okhttp3.Request;

/** Takes the secret key that a request carried out of texts, as a server may put it into its answer. */
final class Redaction {

    private static final String HIDDEN = "[secret key]";

    private final String secret;

    Redaction(Request request) {
        String authorization = request.header("Authorization");
        this.secret = authorization == null ? "" : authorization.substring(authorization.lastIndexOf(' ') + 1);
    }

    String of(String text) {
        return secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    Headers of(Headers headers) {
        Headers.Builder redacted = new Headers.Builder();
        headers.forEach(header -> redacted.addUnsafeNonAscii(header.getFirst(), of(header.getSecond())));
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
