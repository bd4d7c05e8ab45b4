package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.internal.interceptor.CallState;
import java.io.IOException;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A request that no method of an interface describes, as a call of Retrofit. */
final class Download implements Call<ResponseBody> {

    private final okhttp3.Call.Factory http;
    private final okhttp3.Call call;

    Download(okhttp3.Call.Factory http, Request request) {
        this.http = http;
        // A clone has a state of its own.
        this.call = http.newCall(
                request.newBuilder().tag(CallState.class, new CallState()).build());
    }

    /** The interceptors of the client have read the body, which needs not be closed. */
    private static Response<ResponseBody> response(okhttp3.Response response) {
        return response.isSuccessful()
                ? Response.success(response.body(), response)
                : Response.error(response.body(), response);
    }

    @Override
    public Response<ResponseBody> execute() throws IOException {
        return response(call.execute());
    }

    @Override
    public void enqueue(Callback<ResponseBody> callback) {
        call.enqueue(new okhttp3.Callback() {
            @Override
            public void onResponse(okhttp3.Call sent, okhttp3.Response response) {
                callback.onResponse(Download.this, response(response));
            }

            @Override
            public void onFailure(okhttp3.Call sent, IOException failure) {
                callback.onFailure(Download.this, failure);
            }
        });
    }

    @Override
    public boolean isExecuted() {
        return call.isExecuted();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    @Override
    public Call<ResponseBody> clone() {
        return new Download(http, call.request());
    }

    @Override
    public Request request() {
        return call.request();
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }
}
