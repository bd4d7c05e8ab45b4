package io.github.triggerapi.client.error;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of an answer that is no success, read as far as it can be. */
final class ErrorBody {

    /** The generated classes are read alike by any. */
    private static final Gson GSON = new Gson();

    private final @Nullable JsonElement json;
    private final @Nullable Class<?> type;

    private ErrorBody(@Nullable JsonElement json, @Nullable Class<?> type) {
        this.json = json;
        this.type = type;
    }

    static ErrorBody of(String body, int status, @Nullable Method operation) {
        return new ErrorBody(parse(body), operation == null ? null : DocumentedAnswers.body(operation, status));
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
            return GSON.fromJson(json, target);
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
}
