package io.github.triggerapi.client.internal.interceptor;

import io.github.triggerapi.client.internal.error.SecretKeyRedactor;
import io.github.triggerapi.client.internal.message.MessageStrings;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Turns network failures into {@link IOException}s of limited length without the secret key. OkHttp quotes what it cannot
 * parse, and the server may have sent the key back.
 */
public final class NetworkFailureInterceptor implements Interceptor {

    /** In characters. */
    private static final int MAX_MESSAGE = 500;

    /** The bytes that Okio quotes, in hexadecimal digits, if it finds no end of line among them. */
    private static final Pattern QUOTED_BYTES = Pattern.compile(" content=[0-9a-f]+…?");

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (SSLException e) {
            // From before the key was sent.
            throw e;
        } catch (IOException e) {
            throw sanitize(e, chain.request());
        } catch (RuntimeException e) {
            // OkHttp throws one at a status below zero, for example, and does not pass it on to callbacks.
            ProtocolException failure = new ProtocolException(
                    MessageStrings.singleLine("the response cannot be parsed: " + e, MAX_MESSAGE));
            failure.initCause(e);
            throw sanitize(failure, chain.request());
        }
    }

    private static IOException sanitize(IOException failure, Request request) {
        SecretKeyRedactor redactor = new SecretKeyRedactor(request);
        if (isSanitized(failure, redactor)) {
            return failure;
        }
        String message = message(failure, redactor);
        IOException replacement = failure instanceof ProtocolException
                ? new ProtocolException(message) // which is not retried
                : new IOException(message);
        replacement.setStackTrace(failure.getStackTrace());
        return replacement;
    }

    private static boolean isSanitized(Throwable failure, SecretKeyRedactor redactor) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!message(cause, redactor).equals(String.valueOf(cause.getMessage()))) {
                return false;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (!isSanitized(suppressed, redactor)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String message(Throwable failure, SecretKeyRedactor redactor) {
        String message =
                QUOTED_BYTES.matcher(String.valueOf(failure.getMessage())).replaceAll("");
        message = redactor.redact(message);
        // Other failures do not quote the server.
        return failure instanceof ProtocolException ? MessageStrings.singleLine(message, MAX_MESSAGE) : message;
    }
}
