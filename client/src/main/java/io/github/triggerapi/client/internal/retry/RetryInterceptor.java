package io.github.triggerapi.client.internal.retry;

import io.github.triggerapi.client.retry.RetryPolicy;
import io.github.triggerapi.client.retry.Sleeper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Retries a request according to a {@link RetryPolicy} if the connection breaks, or the status is 408, 409, 429 or 5xx.
 *
 * <p>All attempts of a request have the same idempotency key, so that the service acts only once.
 *
 * <p>A delay that would exceed the {@linkplain Call#timeout() timeout} of the call does not begin; the last attempt is the
 * outcome then. A delay blocks the thread of the call.
 */
public final class RetryInterceptor implements Interceptor {

    /** The header by which the service recognizes the attempts of one call. It remembers a value for 24 hours. */
    public static final String IDEMPOTENCY_KEY = "x-trigger-request-idempotency-key";

    /** The idempotent methods (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final RetryPolicy policy;
    private final Backoff backoff;
    private final Clock clock;
    private final Sleeper sleeper;

    public RetryInterceptor(RetryPolicy policy, Clock clock, Sleeper sleeper) {
        this(policy, clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
    }

    RetryInterceptor(RetryPolicy policy, Clock clock, Sleeper sleeper, DoubleSupplier random) {
        this.policy = policy;
        this.backoff = new Backoff(policy, random);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Returns a request with an idempotency key: with the one that it has, or else a new one if its method needs one. */
    public static Request withIdempotencyKey(Request request) {
        return IDEMPOTENT.contains(request.method()) || request.header(IDEMPOTENCY_KEY) != null
                ? request
                : request.newBuilder()
                        .header(IDEMPOTENCY_KEY, UUID.randomUUID().toString())
                        .build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = withIdempotencyKey(chain.request());
        RequestBody body = request.body();
        int maxAttempts = body != null && body.isOneShot() ? 1 : policy.maxAttempts();
        long timeout = chain.call().timeout().timeoutNanos();
        Instant deadline = timeout == 0 ? Instant.MAX : clock.instant().plusNanos(timeout);
        List<IOException> earlier = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            Duration delay;
            try {
                Response response = proceed(chain, request);
                if (attempt == maxAttempts || response.isSuccessful() || !RetryHints.isRetryable(response)) {
                    return response;
                }
                delay = delay(attempt, response);
                if (delay == null || exceeds(deadline, delay)) {
                    return response;
                }
                response.close();
            } catch (IOException e) {
                delay = backoff.delay(attempt);
                if (attempt == maxAttempts || chain.call().isCanceled() || isPermanent(e) || exceeds(deadline, delay)) {
                    earlier.stream().filter(other -> other != e).forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
            sleep(delay, chain.call());
        }
    }

    /** OkHttp 5 throws an undeclared InterruptedException while it connects, and interceptors in Kotlin may throw others. */
    private static Response proceed(Chain chain, Request request) throws IOException {
        try {
            return chain.proceed(request);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (!(e instanceof InterruptedException)) {
                throw new IOException("an interceptor failed: " + e, e);
            }
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted while connecting");
            failure.initCause(e);
            throw failure;
        }
    }

    /** Returns the delay before the next attempt; null if the server requests a longer one than the policy allows. */
    private @Nullable Duration delay(int attempt, Response response) {
        Duration requested = RetryHints.delay(response, clock.instant());
        if (requested == null) {
            return backoff.delay(attempt);
        }
        return requested.compareTo(policy.maxDelay()) > 0 ? null : requested.plus(backoff.jitter());
    }

    private boolean exceeds(Instant deadline, Duration delay) {
        return clock.instant().plus(delay).isAfter(deadline);
    }

    /** Returns whether another attempt would fail in the same way. */
    private static boolean isPermanent(IOException failure) {
        boolean callTimeout = failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
        return callTimeout
                || failure instanceof ProtocolException
                || failure instanceof UnknownServiceException
                || failure instanceof SSLPeerUnverifiedException
                || failure.getCause() instanceof CertificateException;
    }

    private void sleep(Duration delay, Call call) throws IOException {
        try {
            sleeper.sleep(delay, call::isCanceled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two attempts");
        }
        if (call.isCanceled()) {
            throw new IOException("Canceled");
        }
    }
}
