package io.github.triggerapi.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call while it is under way. It travels with the request as a tag, as Retrofit drops an answer whose
 * body it cannot read.
 */
final class CallState {

    private volatile int tries;
    private volatile @Nullable Response answer;

    static @Nullable CallState of(Request request) {
        return request.tag(CallState.class);
    }

    /** How often the request was sent. */
    int tries() {
        return tries;
    }

    /**
     * The answer to the last try, with the request as it was sent; null where there was none. Its body may be read already,
     * or have broken off.
     */
    @Nullable
    Response answer() {
        return answer;
    }

    void answered(Response answer) {
        this.answer = answer;
    }

    /** Sits inside of what tries again, and sees each try. */
    static Response record(Interceptor.Chain chain) throws IOException {
        CallState state = of(chain.request());
        if (state == null) {
            return chain.proceed(chain.request());
        }
        state.answer = null;
        state.tries++; // by one thread at a time
        Response answer = chain.proceed(chain.request());
        state.answer = answer;
        return answer;
    }
}
