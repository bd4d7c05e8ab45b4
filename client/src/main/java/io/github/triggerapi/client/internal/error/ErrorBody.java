package io.github.triggerapi.client.internal.error;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of an error response, parsed as far as possible. */
public final class ErrorBody {

    /** Generated classes have adapters of their own, so its settings do not matter to them. */
    private static final Gson GSON = new Gson();

    private final @Nullable JsonElement json;
    private final @Nullable Class<?> documentedType;

    private ErrorBody(@Nullable JsonElement json, @Nullable Class<?> documentedType) {
        this.json = json;
        this.documentedType = documentedType;
    }

    /**
     * Parses a body. Anything but JSON is the same as no body.
     *
     * @param operation the method of the generated interface; null if there is none
     */
    public static ErrorBody parse(String body, int status, @Nullable Method operation) {
        return new ErrorBody(json(body), operation == null ? null : DocumentedResponses.bodyType(operation, status));
    }

    private static @Nullable JsonElement json(String body) {
        try {
            JsonElement json = JsonParser.parseString(body);
            return json.isJsonNull() ? null : json;
        } catch (JsonParseException | StackOverflowError e) {
            return null;
        }
    }

    /** Returns the body as the class that the spec gives for the response. */
    public Optional<Object> documented() {
        return documentedType == null || documentedType == Void.class ? Optional.empty() : as(documentedType);
    }

    /** Returns the body as an object of a class. */
    public <E> Optional<E> as(Class<? extends E> type) {
        if (json == null || !(json.isJsonObject() || JsonElement.class.isAssignableFrom(type))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(GSON.fromJson(json, type));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the error message: the member {@code error}, which the service uses, or those of
     * {@code application/problem+json}.
     */
    public Optional<String> message() {
        if (json == null || !json.isJsonObject()) {
            return Optional.empty();
        }
        return Stream.of("error", "detail", "title", "message")
                .map(json.getAsJsonObject()::get)
                .filter(Objects::nonNull)
                .filter(member ->
                        member.isJsonPrimitive() && member.getAsJsonPrimitive().isString())
                .map(JsonElement::getAsString)
                .findFirst();
    }
}
