package io.github.triggerapi.client;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.triggerapi.client.api.DocumentedResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of an answer that is no success, read as far as it can be. */
final class ErrorBody {

    private final Gson gson;
    private final @Nullable JsonElement json;
    private final @Nullable Class<?> type;

    private ErrorBody(Gson gson, @Nullable JsonElement json, @Nullable Class<?> type) {
        this.gson = gson;
        this.json = json;
        this.type = type;
    }

    static ErrorBody of(String body, int status, @Nullable Method operation, Gson gson) {
        return new ErrorBody(gson, parse(body), documentedType(operation, status));
    }

    @Nullable
    Object documented() {
        return type == null || type == Void.class ? null : as(type);
    }

    <E> @Nullable E as(Class<E> target) {
        if (json == null || !(json.isJsonObject() || JsonElement.class.isAssignableFrom(target))) {
            return null;
        }
        try {
            return gson.fromJson(json, target);
        } catch (JsonParseException e) {
            return null;
        }
    }

    /** What the body says in words: its member {@code error}, as the service has it, or the title of a problem. */
    Optional<String> text() {
        if (json == null || !json.isJsonObject()) {
            return Optional.empty();
        }
        return List.of("error", "detail", "title", "message").stream()
                .map(json.getAsJsonObject()::get)
                .filter(Objects::nonNull)
                .filter(member ->
                        member.isJsonPrimitive() && member.getAsJsonPrimitive().isString())
                .map(JsonElement::getAsString)
                .findFirst();
    }

    private static @Nullable JsonElement parse(String body) {
        try {
            JsonElement json = JsonParser.parseString(body);
            return json.isJsonNull() ? null : json;
        } catch (JsonParseException | StackOverflowError e) {
            return null;
        }
    }

    /** The class that the document gives for a status of an operation; null where it gives none. */
    static @Nullable Class<?> documentedType(@Nullable Method operation, int status) {
        if (operation == null) {
            return null;
        }
        List<DocumentedResponse> errors = Arrays.asList(operation.getAnnotationsByType(DocumentedResponse.class));
        for (String key : List.of(Integer.toString(status), status / 100 + "XX", "default")) {
            for (DocumentedResponse error : errors) {
                if (error.status().equalsIgnoreCase(key)) {
                    return error.body();
                }
            }
        }
        return null;
    }
}
