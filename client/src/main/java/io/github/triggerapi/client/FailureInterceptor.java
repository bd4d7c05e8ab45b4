package io.github.triggerapi.client;

import io.github.triggerapi.client.error.Redaction;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Has what goes wrong on the network arrive as an {@link IOException} of decent length without the secret key. OkHttp quotes
 * what it cannot read, and the server may have sent the key back.
 */
final class FailureInterceptor implements Interceptor {

    /** In characters. */
    private static final int LONGEST = 500;

    /** What Okio says of bytes among which it found no end of line, in hexadecimal digits. */
    private static final Pattern QUOTED_BYTES = Pattern.compile(" content=[0-9a-f]+…?");

    @Override
    public Response intercept(Chain chain) throws IOException {
        Redaction redaction = new Redaction(chain.request());
        try {
            return chain.proceed(chain.request());
        } catch (SSLException e) {
            // Of a certificate, which came before the key was sent.
            throw e;
        } catch (IOException e) {
            throw presentable(e, redaction);
        } catch (RuntimeException e) {
            // OkHttp throws such at a status below zero, say, and its caller would have to know.
            ProtocolException failure = new ProtocolException(tidy("the answer cannot be read: " + e));
            failure.initCause(e);
            throw presentable(failure, redaction);
        }
    }

    private static IOException presentable(IOException failure, Redaction redaction) {
        if (isPresentable(failure, redaction)) {
            return failure;
        }
        String text = text(failure, redaction);
        IOException replacement = failure instanceof ProtocolException
                ? new ProtocolException(text) // which is not tried again
                : new IOException(text);
        replacement.setStackTrace(failure.getStackTrace());
        return replacement;
    }

    private static boolean isPresentable(Throwable failure, Redaction redaction) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (!text(cause, redaction).equals(String.valueOf(cause.getMessage()))) {
                return false;
            }
            for (Throwable other : cause.getSuppressed()) {
                if (!isPresentable(other, redaction)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String text(Throwable failure, Redaction redaction) {
        String text = QUOTED_BYTES.matcher(String.valueOf(failure.getMessage())).replaceAll("");
        text = redaction.of(text);
        return failure instanceof ProtocolException ? tidy(text) : text;
    }

    /** What may be the server's own words, which could be long and make lines of their own in a log. */
    private static String tidy(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
    }
}
