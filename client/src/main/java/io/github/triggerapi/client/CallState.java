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

    private final TriggerClient client;
    private int tries;
    private @Nullable Response answer;

    CallState(TriggerClient client) {
        this.client = client;
    }

    static @Nullable CallState of(Request request) {
        return request.tag(CallState.class);
    }

    /** The client that made the call. */
    TriggerClient client() {
        return client;
    }

    int tries() {
        return tries;
    }

    /** The last answer, with the request as it was sent; null where there was none. Its body may be read already. */
    @Nullable
    Response answer() {
        return answer;
    }

    /** Sits inside of what tries again, and sees each try. */
    static final class Recorder implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            CallState state = of(chain.request());
            if (state == null) {
                return chain.proceed(chain.request());
            }
            state.tries++;
            state.answer = null;
            state.answer = chain.proceed(chain.request());
            return state.answer;
        }
    }
}
