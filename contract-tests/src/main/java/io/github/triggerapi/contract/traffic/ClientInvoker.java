package io.github.triggerapi.contract.traffic;

import com.google.gson.reflect.TypeToken;
import io.github.triggerapi.client.TriggerClient;
import io.github.triggerapi.client.api.TriggerApis;
import io.github.triggerapi.client.call.ApiCall;
import io.github.triggerapi.client.call.ApiResponse;
import io.github.triggerapi.client.error.TriggerResponseException;
import io.github.triggerapi.client.error.UnexpectedResponseException;
import io.github.triggerapi.contract.code.ClientRoutes;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.code.Route;
import io.github.triggerapi.contract.judge.Judge;
import io.github.triggerapi.contract.judge.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.FieldMap;
import retrofit2.http.HeaderMap;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Calls methods of the generated client by reflection, with objects built by their builders. */
final class ClientInvoker {

    private final GeneratedObjectBuilder builders = new GeneratedObjectBuilder(GeneratedArtifact.CLIENT);
    private final GeneratedObjectReader accessors = new GeneratedObjectReader(GeneratedArtifact.CLIENT);
    private final TriggerClient client;
    private final List<Route> routes;

    ClientInvoker(TriggerClient client) {
        this.client = client;
        List<Route> all = Arrays.stream(TriggerApis.class.getMethods())
                .filter(Method::isDefault)
                .flatMap(method -> ClientRoutes.of(method.getReturnType()).stream())
                .toList();
        this.routes =
                all.stream().filter(route -> !route.isForOtherResponse(all)).toList();
    }

    /** Returns the method for an operation and the media type of a body, which is empty for none. */
    Optional<Route> route(Operation operation, String mediaType) {
        return routes.stream()
                .filter(route -> route.label().equals(operation.label())
                        && route.bodyType().equals(mediaType))
                .findFirst();
    }

    /** Sends a request and reads the response with the accessors of its class. */
    ObjectNode send(Operation operation, Route route, ObjectNode message) {
        ObjectNode request = withStrings(operation, route, message);
        Parameter[] parameters = route.method().getParameters();
        @Nullable Object[] arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], request);
        }
        Class<?> api = route.method().getDeclaringClass();
        ApiCall<?> call = (ApiCall<?>) Reflection.call(route.method(), client.api(api), arguments);
        try {
            ApiResponse<?> response = call.exchange();
            String mediaType = String.valueOf(response.headers().get("Content-Type"));
            Object body = body(response, route);
            return response(response.status(), response.headers(), body == null ? null : json(body, mediaType));
        } catch (UnexpectedResponseException e) {
            throw e;
        } catch (TriggerResponseException e) {
            return response(e.status(), e.headers(), error(e, route));
        }
    }

    /** Returns the body of a success, which may have another type than the method returns. */
    private static @Nullable Object body(ApiResponse<?> response, Route route) {
        Type type = route.response(response.status())
                .filter(Route.AnnotatedResponse::otherType)
                .map(other -> other.body() == Void.class
                        ? ResponseBody.class
                        : other.type().getType())
                .orElse(null);
        return type == null || response.status() == 204
                ? response.body()
                : response.bodyAs(TypeToken.get(type))
                        .orElseThrow(() -> new IllegalStateException("cannot be read as " + type.getTypeName()));
    }

    /** Returns a request with the string of each parameter that is raw in Java. */
    private static ObjectNode withStrings(Operation operation, Route route, ObjectNode request) {
        ObjectNode changed = request.deepCopy();
        operation.parameters().stream()
                .filter(parameter -> request.has(parameter.label()))
                .filter(parameter -> Optional.ofNullable(route.parameters().get(parameter.label()))
                        .filter(member -> member.type().getType() == String.class)
                        .isPresent())
                .forEach(parameter ->
                        changed.put(parameter.label(), RequestWriter.text(parameter, request.get(parameter.label()))));
        return changed;
    }

    /** Returns the body of an error as read by the client, or its string if the spec does not describe it. */
    private @Nullable JsonNode error(TriggerResponseException e, Route route) {
        Class<?> type = route.response(e.status())
                .<Class<?>>map(Route.AnnotatedResponse::body)
                .orElse(Void.class);
        if (type != Void.class) {
            return e.error()
                    .map(accessors::toJson)
                    .orElseThrow(() -> new IllegalStateException("cannot be read as " + type.getSimpleName(), e));
        }
        boolean json = route.response(e.status())
                .map(response -> response.mediaTypes().stream().anyMatch(Judge::isJson))
                .orElse(true);
        if (e.body().isEmpty()) {
            return null;
        }
        return json ? parsed(e.body()) : StringNode.valueOf(e.body());
    }

    private @Nullable Object argument(Parameter parameter, ObjectNode request) {
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation instanceof Path path) {
                return value(request.path("path " + Route.placeholder(path.value())), parameter);
            } else if (annotation instanceof QueryMap) {
                return builders.toJava(members("query ", request), parameter.getParameterizedType());
            } else if (annotation instanceof HeaderMap) {
                return builders.toJava(members("(?:header|cookie) ", request), parameter.getParameterizedType());
            } else if (annotation instanceof FieldMap) {
                return value(MessageSchemas.body(request), parameter);
            } else if (annotation instanceof Body) {
                return parameter.getType() == RequestBody.class
                        ? RequestBody.create(
                                MessageSchemas.text(MessageSchemas.body(request), MessageSchemas.mediaType(request)),
                                MediaType.get(MessageSchemas.mediaType(request)))
                        : value(MessageSchemas.body(request), parameter);
            }
        }
        throw new IllegalStateException("no Retrofit annotation on  " + parameter);
    }

    private static ObjectNode members(String prefix, ObjectNode request) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        Pattern label = Pattern.compile(prefix + "(.*)", Pattern.DOTALL);
        request.propertyStream().forEach(member -> {
            Matcher matcher = label.matcher(member.getKey());
            if (matcher.matches()) {
                members.set(matcher.group(1), member.getValue());
            }
        });
        return members;
    }

    private @Nullable Object value(JsonNode value, Parameter parameter) {
        return value.isMissingNode() ? null : builders.toJava(value, parameter.getParameterizedType());
    }

    private JsonNode json(Object body, String mediaType) {
        try {
            return body instanceof ResponseBody raw
                    ? MessageSchemas.raw(raw.string(), mediaType)
                    : accessors.toJson(body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return Judge.JSON.readTree(body);
        } catch (JacksonException e) {
            return StringNode.valueOf(body);
        }
    }

    private static ObjectNode response(int status, Headers headers, @Nullable JsonNode body) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put(MessageSchemas.STATUS, status);
        response.put(StubHost.CASE, headers.get(StubHost.CASE));
        headers.names().forEach(name -> response.put(MessageSchemas.HEADER + name, headers.get(name)));
        if (body != null) {
            response.set(MessageSchemas.BODY, body);
        }
        return response;
    }
}
