package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.Route.AnnotatedResponse;
import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.internal.json.DeepObject;
import io.github.triggerapi.server.internal.json.ObjectMembers;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the routes of JAX-RS interfaces. */
public final class ServerRoutes {

    private ServerRoutes() {}

    public static List<Route> of(Class<?> api) {
        String base = api.getAnnotation(Path.class).value();
        return Arrays.stream(api.getMethods())
                .flatMap(method -> httpMethod(method).map(httpMethod -> route(method, httpMethod, base)).stream())
                .toList();
    }

    private static Route route(Method method, String httpMethod, String base) {
        Map<String, JavaMember> parameters = new TreeMap<>();
        Map<String, JavaMember> fields = new TreeMap<>();
        AnnotatedType body = null;
        boolean bodyRequired = false;
        for (Parameter parameter : method.getParameters()) {
            boolean required = parameter.isAnnotationPresent(NotNull.class);
            AnnotatedType type = ClassFileAnnotations.type(parameter);
            JavaMember member = new JavaMember(type, parameter, required, false, "");
            if (parameter.isAnnotationPresent(PathParam.class)) {
                parameters.put(
                        "path "
                                + Route.placeholder(
                                        parameter.getAnnotation(PathParam.class).value()),
                        member);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addParameters(parameter.getType(), parameters, fields);
            } else if (!parameter.isAnnotationPresent(FormParam.class)) {
                boolean raw = Set.of(InputStream.class, String.class).contains(parameter.getType());
                body = raw ? null : type;
                bodyRequired = required;
            }
        }
        Class<?> result = method.getReturnType();
        boolean json = result != void.class && result != InputStream.class;
        Consumes consumes = method.getAnnotation(Consumes.class);
        Produces produces = method.getAnnotation(Produces.class);
        return new Route(
                method,
                httpMethod,
                Route.documented((base + "/" + method.getAnnotation(Path.class).value()).replaceAll("/+", "/")),
                parameters,
                consumes == null ? "" : consumes.value()[0],
                body,
                fields,
                bodyRequired,
                produces == null ? "" : String.join(", ", produces.value()),
                json ? ClassFileAnnotations.returnType(method) : null,
                responses(method),
                security(method),
                "");
    }

    private static List<AnnotatedResponse> responses(Method method) {
        return Arrays.stream(method.getAnnotationsByType(DocumentedResponse.class))
                .map(response -> AnnotatedResponse.of(
                        response.status(),
                        response.body(),
                        response.mediaType(),
                        response.nullable(),
                        response.otherType(),
                        Route.ofOtherSuccess(method, response.status(), otherSuccesses(method))
                                .flatMap(ServerRoutes::bodyOfOtherSuccess)))
                .toList();
    }

    /** Returns the methods that create the other successes of a method. */
    public static Stream<Method> otherSuccesses(Method method) {
        return Arrays.stream(method.getDeclaringClass().getMethods())
                .filter(other -> other.getReturnType() == DocumentedSuccess.class);
    }

    private static Optional<AnnotatedType> bodyOfOtherSuccess(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() != int.class)
                .findFirst()
                .map(ClassFileAnnotations::type);
    }

    private static List<String> security(Method method) {
        Secured secured = method.getAnnotation(Secured.class);
        return secured == null ? List.of() : List.of(secured.value());
    }

    private static void addParameters(
            Class<?> type, Map<String, JavaMember> parameters, Map<String, JavaMember> fields) {
        for (Field field : type.getDeclaredFields()) {
            boolean required = field.isAnnotationPresent(NotNull.class);
            label(field)
                    .ifPresent(label -> parameters.put(label, converted(field, JavaMember.of(field, required, false))));
            if (field.isAnnotationPresent(FormParam.class)) {
                JavaMember plain = JavaMember.of(field, required, false);
                fields.put(field.getAnnotation(FormParam.class).value(), converted(field, plain));
            }
            ClassFileAnnotations.of(field, DeepObject.class)
                    .ifPresent(object -> parameters.put(
                            "query " + object.get("value"),
                            JavaMember.of(field, required, false).withStyle("deepObject")));
            ClassFileAnnotations.of(field, ObjectMembers.class)
                    .ifPresent(object -> parameters.put(
                            "query " + object.get("value"),
                            JavaMember.of(field, required, false).withStyle("members")));
        }
    }

    /** Returns a parameter with the constraints of the getter that validates it, if the accessor converts the field. */
    private static JavaMember converted(Field field, JavaMember plain) {
        if (plain.type().getType().equals(field.getGenericType())) {
            return plain;
        }
        String name = "(?i)get" + Pattern.quote(field.getName()) + "_?\\d*";
        return Arrays.stream(field.getDeclaringClass().getDeclaredMethods())
                .filter(method -> Modifier.isPrivate(method.getModifiers())
                        && method.getName().matches(name))
                .findFirst()
                .map(getter -> new JavaMember(
                        ClassFileAnnotations.returnType(getter),
                        getter,
                        plain.required() || getter.isAnnotationPresent(NotNull.class),
                        false,
                        ""))
                .orElse(plain);
    }

    private static Optional<String> label(Field field) {
        if (field.isAnnotationPresent(QueryParam.class)) {
            return Optional.of("query " + field.getAnnotation(QueryParam.class).value());
        } else if (field.isAnnotationPresent(HeaderParam.class)) {
            return Optional.of(
                    "header " + field.getAnnotation(HeaderParam.class).value());
        } else if (field.isAnnotationPresent(CookieParam.class)) {
            return Optional.of(
                    "cookie " + field.getAnnotation(CookieParam.class).value());
        } else if (field.isAnnotationPresent(PathParam.class)) {
            return Optional.of("path "
                    + Route.placeholder(field.getAnnotation(PathParam.class).value()));
        }
        return Optional.empty();
    }

    /** Returns the HTTP method; empty for an overload that the method of the operation calls. */
    private static Optional<String> httpMethod(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod httpMethod = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (httpMethod != null) {
                return Optional.of(httpMethod.value());
            }
        }
        return Optional.empty();
    }
}
