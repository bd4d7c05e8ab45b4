package io.github.triggerapi.server.runtime;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.internal.json.JsonStrings;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the bodies of errors that are documented in the same way. */
final class ErrorForm {

    /** The form of an error that is not documented. */
    static final ErrorForm PLAIN = new ErrorForm(MediaType.APPLICATION_JSON_TYPE, JsonNode.class);

    /** The members that have the message, the best first. */
    private static final List<String> MESSAGES =
            List.of("error", "message", "detail", "title", "description", "error_description", "msg", "reason");

    /** The members whose items or members have the message. */
    private static final List<String> AROUND_MESSAGES = List.of("error", "errors");

    /** A model that contains itself has no end. */
    private static final int MAX_DEPTH = 4;

    /** The maximum length of a text that is made longer. */
    private static final int MAX_PADDED = 1000;

    private final @Nullable MediaType mediaType;
    private final Class<?> type;

    private ErrorForm(@Nullable MediaType mediaType, Class<?> type) {
        this.mediaType = mediaType;
        this.type = type;
    }

    /**
     * What an interface says about the body of a response.
     *
     * @param mediaType the best of the media types for a message; empty if there is no body
     */
    record Description(String mediaType, Class<?> body) {

        static Description of(DocumentedResponse response) {
            List<String> types = List.of(response.mediaType());
            String first = types.isEmpty() ? "" : types.get(0);
            return response.body() == Void.class
                    ? new Description(first, Void.class)
                    : new Description(
                            types.stream()
                                    .filter(JsonStrings::isJson)
                                    .findFirst()
                                    .orElse(MediaType.APPLICATION_JSON),
                            response.body());
        }

        boolean isTyped() {
            return body != Void.class;
        }
    }

    static ErrorForm of(Description description) {
        if (description.mediaType().isEmpty()) {
            return new ErrorForm(null, Void.class);
        }
        MediaType type = mediaType(description.mediaType());
        if (description.isTyped()) {
            return new ErrorForm(type, description.body());
        }
        // A body of a media type other than JSON is the message, which suits plain text only.
        return type.isCompatible(MediaType.TEXT_PLAIN_TYPE) ? new ErrorForm(type, String.class) : PLAIN;
    }

    private static MediaType mediaType(String text) {
        try {
            MediaType type = MediaType.valueOf(text);
            return type.isWildcardType() || type.isWildcardSubtype() ? MediaType.APPLICATION_JSON_TYPE : type;
        } catch (IllegalArgumentException e) {
            return MediaType.APPLICATION_JSON_TYPE;
        }
    }

    /** Returns the media type, or null without a body. */
    @Nullable
    MediaType mediaType() {
        return mediaType;
    }

    /** Returns the body of an error, or null if it has none. */
    @Nullable
    Object body(int status, String message) {
        if (mediaType == null) {
            return null;
        }
        return type == String.class ? message : tree(status, message);
    }

    private JsonNode tree(int status, String message) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode().put("error", message);
        if (JsonNode.class.isAssignableFrom(type)) {
            return plain;
        }
        JsonNode body = new Filled(status, message).value(type, true, 0).orElse(plain);
        try {
            ModelJson.MAPPER.treeToValue(body, type);
            return body;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return plain;
        }
    }

    /** Fills the required members of a model and the one for the message. */
    private record Filled(int status, String message) {

        /**
         * Returns a value of a type, or nothing if none is known.
         *
         * @param isMessage whether the value is the message, or has it
         */
        Optional<JsonNode> value(Type type, boolean isMessage, int depth) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            if (depth > MAX_DEPTH) {
                return Optional.empty();
            }
            if (type instanceof ParameterizedType generic) {
                boolean list = generic.getRawType() instanceof Class<?> raw && Collection.class.isAssignableFrom(raw);
                return list
                        ? value(generic.getActualTypeArguments()[0], isMessage, depth + 1)
                                .map(item -> nodes.arrayNode().add(item))
                        : Optional.of(nodes.objectNode());
            }
            if (type == String.class) {
                return Optional.of(nodes.textNode(isMessage ? message : Integer.toString(status)));
            } else if (type == OffsetDateTime.class) {
                return Optional.of(nodes.textNode(
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
            } else if (type == Long.class || type == BigDecimal.class) {
                return Optional.of(nodes.numberNode(status));
            } else if (type == Boolean.class) {
                return Optional.of(nodes.booleanNode(false));
            } else if (type instanceof Class<?> model && model.getPackageName().equals(ModelJson.MODELS)) {
                return model.isInterface()
                        ? union(model, isMessage, depth)
                        : listed(model).or(() -> object(model, depth));
            }
            return type == JsonNode.class ? Optional.of(nodes.textNode(message)) : Optional.empty();
        }

        /** Returns a value of the first variant that has one. */
        private Optional<JsonNode> union(Class<?> union, boolean isMessage, int depth) {
            return Arrays.stream(union.getDeclaredClasses())
                    .filter(Class::isRecord)
                    .map(variant -> variant.getRecordComponents()[0].getGenericType())
                    .flatMap(variant -> value(variant, isMessage, depth + 1).stream())
                    .findFirst();
        }

        /** Returns the first listed value if a class is an enum. */
        private static Optional<JsonNode> listed(Class<?> type) {
            try {
                Method known = type.getMethod("known");
                return known.invoke(null) instanceof List<?> values && !values.isEmpty()
                        ? Optional.of(ModelJson.MAPPER.valueToTree(values.get(0)))
                        : Optional.empty();
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }

        private Optional<JsonNode> object(Class<?> model, int depth) {
            Map<String, Field> members = members(model);
            String own = MESSAGES.stream()
                    .filter(name ->
                            members.containsKey(name) && members.get(name).getType() == String.class)
                    .findFirst()
                    .or(() -> AROUND_MESSAGES.stream()
                            .filter(members::containsKey)
                            .findFirst())
                    .or(() -> MESSAGES.stream().filter(members::containsKey).findFirst())
                    .orElse("");
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, Field> member : members.entrySet()) {
                Field field = member.getValue();
                boolean required = field.getAnnotation(JsonProperty.class).required();
                if (required || member.getKey().equals(own)) {
                    boolean isMessage = own.isEmpty() || member.getKey().equals(own);
                    Optional<JsonNode> value = value(field.getGenericType(), isMessage, depth + 1);
                    if (value.isPresent()) {
                        object.set(member.getKey(), fitting(value.get(), field));
                    } else if (required) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(object);
        }

        private static Map<String, Field> members(Class<?> model) {
            Map<String, Field> members = new LinkedHashMap<>();
            for (Field field : model.getDeclaredFields()) {
                if (field.isAnnotationPresent(JsonProperty.class)) {
                    members.put(field.getAnnotation(JsonProperty.class).value(), field);
                }
            }
            return members;
        }

        /** Returns a value with the length or within the bounds of its member. Patterns are not followed. */
        private static JsonNode fitting(JsonNode value, Field field) {
            if (value.isNumber()) {
                return JsonNodeFactory.instance.numberNode(bounded(value.decimalValue(), field));
            }
            Size size = field.getAnnotation(Size.class);
            if (size == null || !value.isTextual()) {
                return value;
            }
            String text = value.textValue();
            int missing = Math.min(size.min(), MAX_PADDED) - text.length();
            return JsonNodeFactory.instance.textNode(
                    text.length() > size.max()
                            ? Refusal.start(text, size.max())
                            : text + " ".repeat(Math.max(missing, 0)));
        }

        private static BigDecimal bounded(BigDecimal value, Field field) {
            BigDecimal bounded = value;
            if (field.isAnnotationPresent(Max.class)) {
                bounded = bounded.min(
                        BigDecimal.valueOf(field.getAnnotation(Max.class).value()));
            }
            if (field.isAnnotationPresent(DecimalMax.class)) {
                DecimalMax max = field.getAnnotation(DecimalMax.class);
                bounded = bounded.min(new BigDecimal(max.value()).subtract(max.inclusive() ? ZERO : ONE));
            }
            if (field.isAnnotationPresent(Min.class)) {
                bounded = bounded.max(
                        BigDecimal.valueOf(field.getAnnotation(Min.class).value()));
            }
            if (field.isAnnotationPresent(DecimalMin.class)) {
                DecimalMin min = field.getAnnotation(DecimalMin.class);
                bounded = bounded.max(new BigDecimal(min.value()).add(min.inclusive() ? ZERO : ONE));
            }
            return bounded;
        }
    }
}
