package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.api.TriggerApis;
import io.github.triggerapi.client.internal.json.Member;
import io.github.triggerapi.server.api.Apis;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The two sides that are generated, and how each says what a member of a JSON object is. */
public enum GeneratedArtifact {
    /** Retrofit interfaces and Gson models. */
    CLIENT(TriggerApis.class, "io.github.triggerapi.client.", JsonElement.class, JsonObject.class) {
        @Override
        public Map<String, JavaMember> members(Class<?> type) {
            Map<String, JavaMember> members = new TreeMap<>();
            for (Field field : type.getDeclaredFields()) {
                Member member = field.getAnnotation(Member.class);
                if (member != null) {
                    boolean nullable = member.nullable();
                    members.put(member.value(), JavaMember.of(field, member.required(), nullable));
                }
            }
            return members;
        }

        @Override
        public List<AnnotatedResponse> responses(Method method) {
            return Arrays.stream(method.getAnnotationsByType(DocumentedResponse.class))
                    .map(response -> new AnnotatedResponse(
                            response.status(),
                            response.body(),
                            mediaTypes(response.mediaType(), response.body()),
                            response.nullable()))
                    .toList();
        }

        @Override
        List<String> security(Method method) {
            Secured secured = method.getAnnotation(Secured.class);
            return secured == null ? List.of() : List.of(secured.value());
        }
    },
    /** JAX-RS interfaces and Jackson models. */
    SERVER(Apis.class, "io.github.triggerapi.server.", JsonNode.class, ObjectNode.class) {
        @Override
        public Map<String, JavaMember> members(Class<?> type) {
            Map<String, JavaMember> members = new TreeMap<>();
            for (Field field : type.getDeclaredFields()) {
                property(field, members, field);
            }
            for (Method method : type.getDeclaredMethods()) {
                // A member that may be null is written by a method, which can tell null from absent.
                if (method.isAnnotationPresent(JsonProperty.class)) {
                    Field field = ClassMembers.field(type, method.getName().replaceFirst("Json$", ""));
                    property(method, members, field);
                }
            }
            return members;
        }

        @Override
        public List<AnnotatedResponse> responses(Method method) {
            return Arrays.stream(method.getAnnotationsByType(io.github.triggerapi.server.api.DocumentedResponse.class))
                    .map(response -> new AnnotatedResponse(
                            response.status(),
                            response.body(),
                            mediaTypes(response.mediaType(), response.body()),
                            response.nullable()))
                    .toList();
        }

        @Override
        List<String> security(Method method) {
            var secured = method.getAnnotation(io.github.triggerapi.server.api.Secured.class);
            return secured == null ? List.of() : List.of(secured.value());
        }

        private void property(AnnotatedElement element, Map<String, JavaMember> members, Field field) {
            JsonProperty property = element.getAnnotation(JsonProperty.class);
            if (property != null) {
                members.put(property.value(), JavaMember.of(field, property.required(), !refusesNull(field)));
            }
        }

        private boolean refusesNull(Field field) {
            Class<?> builder = Arrays.stream(field.getDeclaringClass().getDeclaredClasses())
                    .filter(nested -> nested.getSimpleName().equals("Builder"))
                    .findFirst()
                    .orElseThrow();
            return Arrays.stream(builder.getDeclaredMethods())
                    .filter(method -> method.getName().equals(field.getName()))
                    .map(method -> method.getAnnotation(JsonSetter.class))
                    .anyMatch(setter -> setter != null && setter.nulls() == Nulls.FAIL);
        }
    };

    private final Class<?> anchor;
    private final String prefix;
    private final Class<?> any;
    private final Class<?> anyObject;

    GeneratedArtifact(Class<?> anchor, String prefix, Class<?> any, Class<?> anyObject) {
        this.anchor = anchor;
        this.prefix = prefix;
        this.any = any;
        this.anyObject = anyObject;
    }

    /** The URL of the server that the code knows of. */
    String serverUrl() {
        return this == CLIENT ? ApiDocument.SERVER_URL : io.github.triggerapi.server.api.ApiDocument.SERVER_URL;
    }

    /** A class in the jar of this side. */
    Class<?> anchor() {
        return anchor;
    }

    String apiPackage() {
        return prefix + "api";
    }

    String modelPackage() {
        return prefix + "model";
    }

    /** The class of a tree of any JSON. */
    Class<?> any() {
        return any;
    }

    /** The class of a tree of a JSON object. */
    Class<?> anyObject() {
        return anyObject;
    }

    /** Returns the members of a class by their names in JSON. */
    public abstract Map<String, JavaMember> members(Class<?> type);

    /** The responses of an operation. */
    public abstract List<AnnotatedResponse> responses(Method method);

    /** What an response is, as an annotation says it. */
    public record AnnotatedResponse(String status, Class<?> body, List<String> mediaTypes, boolean nullable) {}

    private static List<String> mediaTypes(String[] named, Class<?> body) {
        return named.length > 0 || body == Void.class ? List.of(named) : List.of("application/json");
    }

    /** What a request for an operation proves itself with: the alternatives. */
    abstract List<String> security(Method method);
}
