package io.github.triggerapi.client.internal.transport;

import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.internal.converter.CheckedConverter;
import io.github.triggerapi.client.internal.converter.InvalidBodyException;
import io.github.triggerapi.client.internal.converter.OtherBody;
import io.github.triggerapi.client.internal.error.DocumentedResponses;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * Reads the successes of an operation by their status, as several may have bodies of several types. Retrofit itself reads all
 * of them as the type that the call returns.
 */
final class SuccessReader<T> {

    private final DocumentedResponses responses;
    private final Retrofit retrofit;
    private final Annotation[] annotations;
    private final Converter<ResponseBody, T> returned;

    private SuccessReader(DocumentedResponses responses, Type returned, Annotation[] annotations, Retrofit retrofit) {
        this.responses = responses;
        this.retrofit = retrofit;
        this.annotations = annotations;
        this.returned = converter(returned);
    }

    private <B> Converter<ResponseBody, B> converter(Type type) {
        return CheckedConverter.of(retrofit.responseBodyConverter(type, annotations), annotations);
    }

    /**
     * Returns a reader for a method, whatever its successes.
     *
     * @param returned the type that the call returns
     */
    static <T> SuccessReader<T> ofEach(Type returned, Annotation[] annotations, Retrofit retrofit) {
        return new SuccessReader<>(DocumentedResponses.of(annotations), returned, annotations, retrofit);
    }

    /**
     * Returns a reader for a method; null if all successes have bodies of the same type.
     *
     * @param returned the type that the call returns
     */
    static <T> @Nullable SuccessReader<T> of(Type returned, Annotation[] annotations, Retrofit retrofit) {
        DocumentedResponses responses = DocumentedResponses.of(annotations);
        boolean several = responses.all().stream()
                .anyMatch(response -> response.otherType() || returned != Void.class && isEmptySuccess(response));
        return several ? new SuccessReader<>(responses, returned, annotations, retrofit) : null;
    }

    private static boolean isEmptySuccess(DocumentedResponse response) {
        return response.status().startsWith("2") && response.body() == Void.class && response.mediaType().length == 0;
    }

    /** Returns a response with the body that the call returns; with null and an {@link OtherBody} if it has another type. */
    Response<T> read(Response<ResponseBody> response) throws IOException {
        try {
            return readBody(response);
        } catch (InvalidBodyException e) {
            throw e.withResponse(response.raw());
        }
    }

    private Response<T> readBody(Response<ResponseBody> response) throws IOException {
        ResponseBody body = response.body();
        if (!response.isSuccessful()) {
            return Response.error(response.errorBody(), response.raw());
        }
        DocumentedResponse documented = responses.get(response.code());
        if (body == null || documented != null && isEmptySuccess(documented)) {
            return Response.success(null, response.raw());
        }
        if (documented != null && documented.otherType()) {
            Type type = documented.body() == Void.class ? ResponseBody.class : documented.body();
            OtherBody other = OtherBody.read(body, converter(type));
            return Response.success(
                    null, response.raw().newBuilder().body(other).build());
        }
        return Response.success(returned.convert(body), response.raw());
    }
}
