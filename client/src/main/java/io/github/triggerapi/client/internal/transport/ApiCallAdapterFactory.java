package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.retry.Sleeper;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Makes the calls of methods that return {@link ApiCall}, for a Retrofit instance of the application. */
public final class ApiCallAdapterFactory extends CallAdapter.Factory {

    private final InterruptWatcher interruptWatcher = new InterruptWatcher();

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returnType) != ApiCall.class) {
            return null;
        }
        CallAdapter<Object, ApiCall<Object>> identity = identity(returnType);
        SuccessReader<Object> reader = SuccessReader.ofEach(identity.responseType(), annotations, retrofit);
        return ClientCallAdapterFactory.adapter(
                context(retrofit), identity, ResponseBody.class, reader::read, callbackExecutor(retrofit));
    }

    private CallContext context(Retrofit retrofit) {
        Executor executor = retrofit.callFactory() instanceof OkHttpClient http
                ? http.dispatcher().executorService()
                : ForkJoinPool.commonPool();
        return new CallContext(
                new AtomicBoolean(),
                executor,
                new CallReporter(List.of()),
                interruptWatcher,
                Clock.systemUTC(),
                Sleeper.blocking());
    }

    /** Returns the executor of callbacks, which Retrofit has on Android, or if the application sets one. */
    static Executor callbackExecutor(Retrofit retrofit) {
        return retrofit.callbackExecutor() == null ? Runnable::run : retrofit.callbackExecutor();
    }

    /**
     * Returns the adapter of calls that are API calls already.
     *
     * @param returnType {@link ApiCall} with the type of the body
     * @throws IllegalArgumentException if the type of the body is missing
     */
    static <T> CallAdapter<T, ApiCall<T>> identity(Type returnType) {
        if (!(returnType instanceof ParameterizedType type)) {
            throw new IllegalArgumentException(
                    "The return type is ApiCall; expected ApiCall<Foo> or ApiCall<? extends Foo>");
        }
        Type body = getParameterUpperBound(0, type);
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return body;
            }

            @Override
            public ApiCall<T> adapt(Call<T> call) {
                return (ApiCall<T>) call;
            }
        };
    }
}
