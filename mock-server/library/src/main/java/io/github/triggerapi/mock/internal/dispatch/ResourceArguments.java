package io.github.triggerapi.mock.internal.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.internal.message.Json;
import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the arguments of a resource method from a request, as the annotations of its parameters say. */
final class ResourceArguments {
    /** Makes one argument. */
    @FunctionalInterface
    interface Argument {
        @Nullable
        Object of(ResourceRequest request);
    }

    private final List<String> pathVariables;

    /** @param pathVariables the names of the variables in the path of the method, in their order */
    ResourceArguments(List<String> pathVariables) {
        this.pathVariables = pathVariables;
    }

    /** @throws IllegalArgumentException if the parameter is of a kind that is not supported */
    Argument argument(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return parameterObject(parameter.getType());
        }
        Argument annotated = annotated(parameter, parameter.getParameterizedType());
        if (annotated != null) {
            return annotated;
        }
        for (Class<? extends Annotation> other : List.of(MatrixParam.class, Suspended.class)) {
            if (parameter.isAnnotationPresent(other)) {
                throw new IllegalArgumentException("@" + other.getSimpleName() + " is not supported");
            }
        }
        return body(parameter.getParameterizedType());
    }

    private @Nullable Argument annotated(AnnotatedElement element, Type type) {
        if (element.isAnnotationPresent(Context.class)) {
            return context(type);
        }
        Function<ResourceRequest, List<String>> strings = strings(element, element.isAnnotationPresent(Encoded.class));
        if (strings == null) {
            return null;
        }
        DefaultValue byDefault = element.getAnnotation(DefaultValue.class);
        Function<List<String>, @Nullable Object> converter = ParameterConverter.of(type);
        return request -> {
            List<String> given = strings.apply(request);
            return converter.apply(given.isEmpty() && byDefault != null ? List.of(byDefault.value()) : given);
        };
    }

    /** Returns what reads the strings of a parameter from a request; null if the element is not annotated as one. */
    private @Nullable Function<ResourceRequest, List<String>> strings(AnnotatedElement element, boolean encoded) {
        PathParam path = element.getAnnotation(PathParam.class);
        if (path != null) {
            int index = pathVariables.indexOf(path.value());
            if (index < 0) {
                throw new IllegalArgumentException("the path has no variable \"" + path.value() + "\"");
            }
            return request -> request.pathVariable(index, encoded);
        }
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            return request -> request.query(encoded).getOrDefault(query.value(), List.of());
        }
        HeaderParam header = element.getAnnotation(HeaderParam.class);
        if (header != null) {
            return request -> request.header(header.value());
        }
        CookieParam cookie = element.getAnnotation(CookieParam.class);
        if (cookie != null) {
            return request -> request.validated().cookies().getOrDefault(cookie.value(), List.of());
        }
        FormParam form = element.getAnnotation(FormParam.class);
        return form == null ? null : request -> request.form(encoded).getOrDefault(form.value(), List.of());
    }

    private static Argument context(Type type) {
        if (type == UriInfo.class) {
            return RequestUri::new;
        }
        if (type == SecurityContext.class) {
            return request -> new CallerContext(request.validated().caller());
        }
        throw new IllegalArgumentException(
                "of the types with @Context, UriInfo and SecurityContext are supported, not " + type.getTypeName());
    }

    private Argument parameterObject(Class<?> type) {
        Map<Field, Argument> fields = new LinkedHashMap<>();
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                Argument argument =
                        Modifier.isStatic(field.getModifiers()) ? null : annotated(field, field.getGenericType());
                if (argument != null) {
                    field.setAccessible(true);
                    fields.put(field, argument);
                }
            }
        }
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no constructor without parameters", e);
        }
        return request -> {
            try {
                Object object = constructor.newInstance();
                for (Map.Entry<Field, Argument> field : fields.entrySet()) {
                    field.getKey().set(object, field.getValue().of(request));
                }
                return object;
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Argument body(Type type) {
        if (type == EntityPart.class || type.getTypeName().startsWith("java.util.List<" + EntityPart.class.getName())) {
            throw new IllegalArgumentException("the parts of multipart bodies are not supported");
        }
        if (type == JsonNode.class) {
            return ResourceRequest::json;
        }
        if (type == byte[].class) {
            return ResourceRequest::body;
        }
        if (type == InputStream.class) {
            return request -> new ByteArrayInputStream(request.body());
        }
        JavaType model = Json.MAPPER.constructType(type);
        return request -> {
            JsonNode json = request.json();
            if (json == null) {
                return type == String.class && request.body().length > 0 ? request.text() : null;
            }
            try {
                return Json.MAPPER.treeToValue(json, model);
            } catch (JsonProcessingException e) {
                // Valid by the schema, but out of the range of the Java type.
                throw new RejectedRequestException(400, "Validation error: the body has a value out of range");
            }
        };
    }
}
