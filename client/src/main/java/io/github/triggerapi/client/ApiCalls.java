package io.github.triggerapi.client;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Has whatever the methods of the interfaces give be made of an {@link ApiCall}. */
final class ApiCalls extends CallAdapter.Factory {

    private final TriggerClient client;
    private final Transport transport;

    ApiCalls(TriggerClient client, Transport transport) {
        this.client = client;
        this.transport = transport;
    }

    @Override
    public CallAdapter<?, ?> get(Type returned, Annotation[] annotations, Retrofit retrofit) {
        return adapter(retrofit.nextCallAdapter(this, returned, annotations));
    }

    private <R, T> CallAdapter<R, T> adapter(CallAdapter<R, T> usual) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return usual.responseType();
            }

            @Override
            public T adapt(Call<R> call) {
                return usual.adapt(new ApiCall<>(client, transport, call));
            }
        };
    }
}
