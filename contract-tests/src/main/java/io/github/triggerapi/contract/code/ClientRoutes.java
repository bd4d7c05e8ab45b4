package io.github.triggerapi.contract.code;

import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.api.DocumentedResponse;
import io.github.triggerapi.client.api.Secured;
import io.github.triggerapi.client.api.SentTo;
import io.github.triggerapi.contract.code.Route.AnnotatedResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.FieldMap;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.HeaderMap;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** Reads the routes of Retrofit interfaces. */
public final class ClientRoutes {

    private ClientRoutes() {}

    public static List<Route> of(Class<?> api) {
        return Arrays.stream(api.getMethods())
                .filter(method -> !method.isDefault())
                .map(ClientRoutes::route)
                .toList();
    }

    private static Route route(Method method) {
        Map<String, JavaMember> parameters = new TreeMap<>();
        AnnotatedType body = null;
        Map<String, JavaMember> fields = Map.of();
        boolean hasBody = false;
        for (Parameter parameter : method.getParameters()) {
            AnnotatedType type = ClassFileAnnotations.type(parameter);
            boolean required = !type.isAnnotationPresent(Nullable.class);
            JavaMember member = new JavaMember(type, parameter, required, false, "");
            for (Annotation annotation : parameter.getAnnotations()) {
                if (annotation instanceof Path path) {
                    parameters.put("path " + Route.placeholder(path.value()), member);
                } else if (annotation instanceof QueryMap) {
                    addParameters(parameter.getType(), "query", parameters);
                } else if (annotation instanceof HeaderMap) {
                    addParameters(parameter.getType(), "header", parameters);
                } else if (annotation instanceof Body) {
                    hasBody = true;
                    body = parameter.getType() == RequestBody.class ? null : type;
                } else if (annotation instanceof FieldMap) {
                    hasBody = true;
                    fields = GeneratedArtifact.CLIENT.members(parameter.getType());
                } else if (annotation instanceof Part) {
                    hasBody = true;
                }
            }
        }
        String bodyType = method.isAnnotationPresent(Multipart.class)
                ? "multipart/form-data"
                : method.isAnnotationPresent(FormUrlEncoded.class)
                        ? "application/x-www-form-urlencoded"
                        : hasBody ? header(method, "Content-Type") : "";
        AnnotatedType result = JavaTypes.argument(ClassFileAnnotations.returnType(method), 0);
        boolean json = !Set.of(Void.class, ResponseBody.class).contains(JavaTypes.raw(result.getType()));
        return new Route(
                method,
                httpMethod(method),
                Route.documented("/" + path(method).replaceFirst("^\\.$|^\\.\\\\\\./", "")),
                parameters,
                bodyType,
                body,
                fields,
                hasBody,
                header(method, "Accept"),
                json ? result : null,
                responses(method),
                security(method),
                server(method));
    }

    private static List<AnnotatedResponse> responses(Method method) {
        return Arrays.stream(method.getAnnotationsByType(DocumentedResponse.class))
                .map(response -> AnnotatedResponse.of(
                        response.status(),
                        response.body(),
                        response.mediaType(),
                        response.nullable(),
                        response.otherType(),
                        Route.ofOtherSuccess(method, response.status(), otherTypes(method))
                                .map(field -> JavaTypes.argument(ClassFileAnnotations.type(field), 0))))
                .toList();
    }

    private static Stream<Field> otherTypes(Method method) {
        return Arrays.stream(method.getDeclaringClass().getFields())
                .filter(field -> field.getType() == TypeToken.class);
    }

    private static List<String> security(Method method) {
        Secured secured = method.getAnnotation(Secured.class);
        return secured == null ? List.of() : List.of(secured.value());
    }

    private static String server(Method method) {
        SentTo server = method.getAnnotation(SentTo.class);
        return server == null ? "" : server.value();
    }

    private static void addParameters(Class<?> type, String in, Map<String, JavaMember> parameters) {
        GeneratedArtifact.CLIENT.members(type).forEach((name, member) -> {
            boolean cookie = member.style().equals("cookie");
            parameters.put((cookie ? "cookie" : in) + " " + name, cookie ? member.withStyle("") : member);
        });
    }

    private static String header(Method method, String name) {
        Headers headers = method.getAnnotation(Headers.class);
        return headers == null
                ? ""
                : Arrays.stream(headers.value())
                        .filter(line -> line.startsWith(name + ": "))
                        .map(line -> line.substring(name.length() + 2))
                        .findFirst()
                        .orElse("");
    }

    private static String httpMethod(Method method) {
        HTTP http = method.getAnnotation(HTTP.class);
        return http != null
                ? http.method()
                : methodAnnotation(method).annotationType().getSimpleName();
    }

    private static String path(Method method) {
        HTTP http = method.getAnnotation(HTTP.class);
        if (http != null) {
            return http.path();
        }
        Annotation usual = methodAnnotation(method);
        try {
            return (String) usual.annotationType().getMethod("value").invoke(usual);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Annotation methodAnnotation(Method method) {
        List<Class<? extends Annotation>> verbs =
                List.of(DELETE.class, GET.class, HEAD.class, OPTIONS.class, PATCH.class, POST.class, PUT.class);
        Optional<Annotation> found = Arrays.stream(method.getAnnotations())
                .filter(annotation -> verbs.contains(annotation.annotationType()))
                .findFirst();
        return found.orElseThrow(() -> new IllegalStateException(method + "  has no HTTP method"));
    }
}
