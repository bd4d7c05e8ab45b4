package io.github.triggerapi.client.retry;

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
 * Tries a request again where the connection broke, or the answer is 408, 409, 429 or 5xx.
 *
 * <p>A request with a method that is not idempotent by itself gets the header {@value #IDEMPOTENCY_KEY} before the first
 * try, the same for all, so that the service does not act twice; one that has it already keeps its own. The service
 * remembers the value for 24 hours.
 *
 * <p>It heeds {@code x-should-retry}, {@code Retry-After} and {@code x-ratelimit-reset}. It does not begin a wait that
 * would outlast the {@linkplain Call#timeout() time limit} of the call: what the last try gave is the outcome then. A wait
 * blocks the thread of the call.
 *
 * <p>OkHttp sends a request again by itself after 408, unless {@code retryOnConnectionFailure} is off, and after 503 with
 * {@code Retry-After: 0}; such do not count as tries here.
 *
 * <p>An interceptor of an application ({@link okhttp3.OkHttpClient.Builder#addInterceptor}), not of the network.
 */
public final class RetryInterceptor implements Interceptor {

    /** The header whose value tells the service which requests are tries of one call. */
    public static final String IDEMPOTENCY_KEY = "x-trigger-request-idempotency-key";

    /** The methods that act once however often they arrive (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final RetryPolicy policy;
    private final Clock clock;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    /** Tries again as a policy has it. */
    public RetryInterceptor(RetryPolicy policy) {
        this(policy, Clock.systemUTC(), Sleeper.blocking());
    }

    /** The same with a clock and a sleeper of your own, as for a test that does not want to wait. */
    public RetryInterceptor(RetryPolicy policy, Clock clock, Sleeper sleeper) {
        this(policy, clock, sleeper, () -> ThreadLocalRandom.current().nextDouble());
    }

    RetryInterceptor(RetryPolicy policy, Clock clock, Sleeper sleeper, DoubleSupplier random) {
        this.policy = policy;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** A value for {@value #IDEMPOTENCY_KEY} where a request needs one and has none; null where it does not. */
    public static @Nullable String newIdempotencyKey(Request request) {
        return IDEMPOTENT.contains(request.method()) || request.header(IDEMPOTENCY_KEY) != null
                ? null
                : UUID.randomUUID().toString();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String key = newIdempotencyKey(request);
        if (key != null) {
            request = request.newBuilder().header(IDEMPOTENCY_KEY, key).build();
        }
        RequestBody body = request.body();
        int maxAttempts = body != null && body.isOneShot() ? 1 : policy.maxAttempts();
        long limit = chain.call().timeout().timeoutNanos();
        Instant deadline = limit == 0 ? Instant.MAX : clock.instant().plusNanos(limit);
        List<IOException> earlier = new ArrayList<>();
        for (int tries = 1; ; tries++) {
            Duration wait;
            try {
                Response response = chain.proceed(request);
                if (tries == maxAttempts || response.isSuccessful() || !ServerAdvice.isPassing(response)) {
                    return response;
                }
                wait = wait(tries, response);
                if (wait == null || isTooLong(wait, deadline)) {
                    return response;
                }
                response.close();
            } catch (IOException e) {
                wait = policy.delay(tries, random.getAsDouble());
                if (tries == maxAttempts || chain.call().isCanceled() || isLasting(e) || isTooLong(wait, deadline)) {
                    earlier.stream().filter(other -> other != e).forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
            pause(wait, chain.call());
        }
    }

    /** Null where the service wants it longer than the policy allows. */
    private @Nullable Duration wait(int tries, Response response) {
        Duration own = policy.delay(tries, random.getAsDouble());
        Duration asked = ServerAdvice.delay(response, clock.instant());
        if (asked == null) {
            return own;
        } else if (asked.compareTo(policy.maxDelay()) > 0) {
            return null;
        }
        // Later by chance, as all who were told the same moment would return in it.
        return asked.plus(policy.delay(1, 0).minus(policy.delay(1, random.getAsDouble())));
    }

    private boolean isTooLong(Duration wait, Instant deadline) {
        return clock.instant().plus(wait).isAfter(deadline);
    }

    /** Whether another try would end in the same way. */
    private static boolean isLasting(IOException failure) {
        boolean timeOfCall = failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
        return timeOfCall
                || failure instanceof ProtocolException
                || failure instanceof UnknownServiceException
                || failure instanceof SSLPeerUnverifiedException
                || failure.getCause() instanceof CertificateException;
    }

    private void pause(Duration wait, Call call) throws IOException {
        try {
            sleeper.sleep(wait, call::isCanceled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted between two tries");
        }
        if (call.isCanceled()) {
            throw new IOException("Canceled");
        }
    }
}
