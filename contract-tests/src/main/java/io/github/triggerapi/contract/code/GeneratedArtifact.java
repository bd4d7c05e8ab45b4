package io.github.triggerapi.contract.code;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.triggerapi.client.api.ApiDocument;
import io.github.triggerapi.client.api.SecurityScheme;
import io.github.triggerapi.client.api.SecuritySchemes;
import io.github.triggerapi.client.internal.json.JsonMember;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;

/** The generated artifacts, and how their code describes JSON objects. */
public enum GeneratedArtifact {
    /** Retrofit interfaces and Gson models. */
    CLIENT("io.github.triggerapi.client.", JsonElement.class, JsonObject.class) {
        @Override
        Map<String, JavaMember> read(Class<?> type) {
            Map<String, JavaMember> members = new TreeMap<>();
            for (Field field : type.getDeclaredFields()) {
                ClassFileAnnotations.of(field, JsonMember.class).ifPresent(member -> {
                    boolean required = member.containsKey("required");
                    JavaMember javaMember = JavaMember.of(field, required, member.containsKey("nullable"));
                    String style = (String) member.getOrDefault("style", "");
                    members.put((String) member.get("value"), javaMember.withStyle(style));
                });
            }
            return members;
        }
    },
    /** JAX-RS interfaces and Jackson models. */
    SERVER("io.github.triggerapi.server.", JsonNode.class, ObjectNode.class) {
        @Override
        Map<String, JavaMember> read(Class<?> type) {
            Map<String, JavaMember> members = new TreeMap<>();
            for (Field field : type.getDeclaredFields()) {
                property(field, members, field);
            }
            for (Method method : type.getDeclaredMethods()) {
                // A nullable member is serialized by a method, which distinguishes null from absent.
                if (method.isAnnotationPresent(JsonProperty.class)) {
                    Field field = JavaMember.field(type, method.getName().replaceFirst("Json$", ""));
                    property(method, members, field);
                }
            }
            return members;
        }

        private void property(AnnotatedElement element, Map<String, JavaMember> members, Field field) {
            JsonProperty property = element.getAnnotation(JsonProperty.class);
            if (property != null) {
                members.put(property.value(), JavaMember.of(field, property.required(), !rejectsNull(field)));
            }
        }

        private boolean rejectsNull(Field field) {
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

    private final String prefix;
    private final Class<?> any;
    private final Class<?> anyObject;

    /** Each mutant is compared with the same classes. */
    private final Map<Class<?>, Map<String, JavaMember>> members = new ConcurrentHashMap<>();

    GeneratedArtifact(String prefix, Class<?> any, Class<?> anyObject) {
        this.prefix = prefix;
        this.any = any;
        this.anyObject = anyObject;
    }

    /** Returns the server URL in the generated code. */
    String serverUrl() {
        return this == CLIENT ? ApiDocument.SERVER_URL : io.github.triggerapi.server.api.ApiDocument.SERVER_URL;
    }

    /** Returns the security schemes in the generated code by name, each as its string form. */
    Map<String, String> securitySchemes() {
        return this == CLIENT
                ? SecuritySchemes.all().stream().collect(Collectors.toMap(SecurityScheme::name, Object::toString))
                : io.github.triggerapi.server.api.SecuritySchemes.all().stream()
                        .collect(Collectors.toMap(
                                io.github.triggerapi.server.api.SecurityScheme::name, Object::toString));
    }

    String apiPackage() {
        return prefix + "api";
    }

    String modelPackage() {
        return prefix + "model";
    }

    /** Returns the class that represents any JSON value. */
    Class<?> any() {
        return any;
    }

    /** Returns the class that represents any JSON object. */
    Class<?> anyObject() {
        return anyObject;
    }

    /** Returns the names of headers of responses that are constants, in lower case. */
    Set<String> responseHeaders() {
        try {
            return Arrays.stream(
                            Class.forName(apiPackage() + ".ResponseHeaders").getFields())
                    .map(field -> ReflectionSupport.tryToReadFieldValue(field, null)
                            .toOptional()
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .orElse(""))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            // The class is generated if a response has a header.
            return Set.of();
        }
    }

    /** Returns the members of a class by their JSON names. */
    public Map<String, JavaMember> members(Class<?> type) {
        return members.computeIfAbsent(type, this::read);
    }

    abstract Map<String, JavaMember> read(Class<?> type);
}
