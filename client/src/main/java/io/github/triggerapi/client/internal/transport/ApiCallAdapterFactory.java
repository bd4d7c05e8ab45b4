package io.github.triggerapi.client.internal.transport;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
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
        return adapter(retrofit.nextCallAdapter(this, returnType, annotations));
    }

    private <R, T> CallAdapter<R, T> adapter(CallAdapter<R, T> next) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return next.responseType();
            }

            @Override
            public T adapt(Call<R> call) {
                return next.adapt(new ApiCall<>(requests, transport, call));
            }
        };
    }
}
