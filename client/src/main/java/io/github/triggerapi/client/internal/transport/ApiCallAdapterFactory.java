package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.transport.ApiCall.ResponseReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Makes an {@link ApiCall} of each call that a method of a generated interface returns. */
final class ApiCallAdapterFactory extends CallAdapter.Factory {

    private final RequestFactory requests;
    private final Transport transport;

    ApiCallAdapterFactory(RequestFactory requests, Transport transport) {
        this.requests = requests;
        this.transport = transport;
    }

    @Override
    public CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        CallAdapter<?, ?> next = retrofit.nextCallAdapter(this, returnType, annotations);
        SuccessReader<?> successes = SuccessReader.of(next.responseType(), annotations, retrofit);
        return successes == null ? ofOneSuccess(next) : ofSeveralSuccesses(next, successes);
    }

    private <R, T> CallAdapter<R, T> ofOneSuccess(CallAdapter<R, T> next) {
        return adapter(next, next.responseType(), response -> response);
    }

    @SuppressWarnings("unchecked") // The reader was made for the type that the adapter returns.
    private <R, T> CallAdapter<ResponseBody, T> ofSeveralSuccesses(CallAdapter<R, T> next, SuccessReader<?> successes) {
        return adapter(next, ResponseBody.class, ((SuccessReader<R>) successes)::read);
    }

    /**
     * Returns an adapter of calls.
     *
     * @param received the type as which Retrofit reads a body
     * @param reader reads it as the type that the call returns
     */
    private <B, R, T> CallAdapter<B, T> adapter(CallAdapter<R, T> next, Type received, ResponseReader<B, R> reader) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return received;
            }

            @Override
            public T adapt(Call<B> call) {
                return next.adapt(new ApiCall<>(requests, transport, call, reader));
            }
        };
    }
}
