package io.github.triggerapi.client;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Has the methods of the interfaces give an {@link ApiCall}. */
final class ApiCalls extends CallAdapter.Factory {

    private final TriggerClient client;
    private final CallReporter reporter;

    ApiCalls(TriggerClient client, CallReporter reporter) {
        this.client = client;
        this.reporter = reporter;
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returned, Annotation[] annotations, Retrofit retrofit) {
        if (getRawType(returned) != Call.class || !(returned instanceof ParameterizedType call)) {
            return null;
        }
        Type body = getParameterUpperBound(0, call);
        return new CallAdapter<Object, Call<Object>>() {
            @Override
            public Type responseType() {
                return body;
            }

            @Override
            public Call<Object> adapt(Call<Object> call) {
                return new ApiCall<>(client, reporter, call);
            }
        };
    }
}
