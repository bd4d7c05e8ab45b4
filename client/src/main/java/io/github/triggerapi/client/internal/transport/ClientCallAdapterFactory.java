package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.internal.transport.RetrofitApiCall.ResponseReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Executor;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Makes a {@link RetrofitApiCall} of each call of a client, whatever the method of the interface returns. */
final class ClientCallAdapterFactory extends CallAdapter.Factory {

    private final CallContext context;

    ClientCallAdapterFactory(CallContext context) {
        this.context = context;
    }

    @Override
    public CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returnType) == ApiCall.class) {
            return adapter(
                    ApiCallAdapterFactory.identity(returnType),
                    annotations,
                    retrofit,
                    ApiCallAdapterFactory.callbackExecutor(retrofit));
        }
        // The next adapter runs the callbacks in the executor of Retrofit.
        return adapter(retrofit.nextCallAdapter(this, returnType, annotations), annotations, retrofit, Runnable::run);
    }

    private <R, T> CallAdapter<?, T> adapter(
            CallAdapter<R, T> next, Annotation[] annotations, Retrofit retrofit, Executor callbackExecutor) {
        Type returned = next.responseType();
        SuccessReader<R> successes = SuccessReader.of(returned, annotations, retrofit);
        if (successes == null) {
            ResponseReader<R, R> asReceived = response -> response;
            return adapter(context, next, returned, asReceived, callbackExecutor);
        }
        return adapter(context, next, ResponseBody.class, successes::read, callbackExecutor);
    }

    /**
     * Returns an adapter of calls.
     *
     * @param received the type as which Retrofit reads a body
     * @param reader reads it as the type that the call returns
     */
    static <B, R, T> CallAdapter<B, T> adapter(
            CallContext context,
            CallAdapter<R, T> next,
            Type received,
            ResponseReader<B, R> reader,
            Executor callbackExecutor) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return received;
            }

            @Override
            public T adapt(Call<B> call) {
                return next.adapt(new RetrofitApiCall<>(context, call, reader, callbackExecutor));
            }
        };
    }
}
