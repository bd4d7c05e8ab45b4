package io.github.triggerapi.contract.traffic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.github.triggerapi.contract.code.ClassFileAnnotations;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.code.Route;
import io.github.triggerapi.contract.code.ServerRoutes;
import io.github.triggerapi.server.api.Apis;
import io.github.triggerapi.server.api.DocumentedSuccess;
import io.github.triggerapi.server.api.SuccessStatus;
import io.github.triggerapi.server.internal.json.DeepObject;
import io.github.triggerapi.server.internal.json.ObjectMembers;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves all generated JAX-RS interfaces with proxies, on another runtime than the mock server.
 *
 * <p>It returns the response prepared for the {@link #CASE} of a request and records what the stubs received.
 */
final class StubHost implements AutoCloseable {

    /** The header with the ID of a case. */
    static final String CASE = "X-Case";

    /** Jersey logs warnings about proxies. The reference keeps the logger from being collected with its level. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish");

    static {
        JERSEY.setLevel(Level.OFF);
    }

    private final GeneratedObjectBuilder builders = new GeneratedObjectBuilder(GeneratedArtifact.SERVER);
    private final GeneratedObjectReader accessors = new GeneratedObjectReader(GeneratedArtifact.SERVER);
    private final Map<Method, Route> routes = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> responses = new ConcurrentHashMap<>();
    private final Map<String, Received> received = new ConcurrentHashMap<>();
    private final ThreadLocal<String> current = new ThreadLocal<>();
    private final ValidatorFactory validators = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private final HttpServer server;

    /**
     * A call of a method of the stubs.
     *
     * @param label HTTP method and path
     * @param request the request as given by the arguments
     * @param violations the violations found by Bean Validation
     */
    record Received(String label, ObjectNode request, List<String> violations) {}

    StubHost() {
        ResourceConfig config = new ResourceConfig();
        config.property("jersey.config.server.wadl.disableWadl", true);
        // The models keep the precision of numbers; for any JSON that depends on the mapper.
        config.register(new JacksonJsonProvider(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()));
        config.register((ContainerRequestFilter) this::begin);
        config.register(new Failures());
        config.register((ContainerResponseFilter) this::end);
        config.register(SuccessStatus.class);
        config.register(new RepeatedParts());
        for (Class<?> api : Apis.all()) {
            ServerRoutes.of(api).forEach(route -> routes.put(route.method(), route));
            config.register(proxy(api));
        }
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config, false);
        // Otherwise Grizzly rejects a body of DELETE, which OpenAPI permits.
        server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Otherwise an encoded slash in a path parameter is rejected.
        server.getServerConfiguration().getHttpHandlersWithMapping().keySet().forEach(StubHost::allowEncodedSlash);
    }

    private static void allowEncodedSlash(HttpHandler handler) {
        handler.setAllowEncodedSlash(true);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getListener("grizzly").getPort());
    }

    /** Sets the response of a case. */
    void response(String id, ObjectNode response) {
        responses.put(id, response);
    }

    /** Returns the call for a case; null if it did not reach the stubs. */
    @Nullable
    Received received(String id) {
        responses.remove(id);
        return received.remove(id);
    }

    @Override
    public void close() {
        server.shutdownNow();
        validators.close();
    }

    // -- resources ---------------------------------------------------------------------------------------------------

    private Object proxy(Class<?> api) {
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, (proxy, method, arguments) -> {
            Route route = routes.get(method);
            if (route == null) {
                return switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> api.getSimpleName();
                };
            }
            return invoke(proxy, route, arguments == null ? new Object[0] : arguments);
        });
    }

    private @Nullable Object invoke(Object api, Route route, Object[] arguments) throws IOException {
        String id = current.get();
        ObjectNode request = request(route, arguments);
        List<String> violations =
                validators.getValidator().forExecutables().validateParameters(api, route.method(), arguments).stream()
                        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                        .toList();
        received.put(id, new Received(route.label(), request, violations));
        ObjectNode response = Objects.requireNonNull(responses.get(id), id);
        int status = response.get(MessageSchemas.STATUS).asInt();
        JsonNode body = MessageSchemas.body(response);
        // The stubs respond with 204 if it is documented and a method returns nothing.
        boolean returned =
                status == success(route) && !(body.isMissingNode() && status != 204 && documents(route, "204"));
        Map<String, String> headers = RequestWriter.headers(response);
        if (returned && headers.isEmpty()) {
            boolean empty = body.isMissingNode() || route.method().getReturnType() == void.class;
            return empty
                    ? null
                    : typed(body, route.method().getGenericReturnType(), MessageSchemas.mediaType(response));
        }
        Optional<Method> other = route.response(status)
                .filter(documented -> status / 100 == 2)
                .flatMap(documented -> Route.ofOtherSuccess(
                        route.method(), documented.status(), ServerRoutes.otherSuccesses(route.method())));
        if (other.isPresent()) {
            DocumentedSuccess success = success(other.get(), response);
            for (Map.Entry<String, String> header : headers.entrySet()) {
                success = success.header(header.getKey(), header.getValue());
            }
            throw success;
        }
        Response.ResponseBuilder builder = Response.status(status);
        if (!body.isMissingNode()) {
            String mediaType = MessageSchemas.mediaType(response);
            builder.type(mediaType).entity(typed(body, body(route, status), mediaType));
        }
        headers.forEach(builder::header);
        throw new WebApplicationException(builder.build());
    }

    /** Returns the status of the response that a method returns: the lowest success; 0 for any status of a range. */
    private static int success(Route route) {
        return route.responses().stream()
                .map(Route.AnnotatedResponse::status)
                .filter(status -> status.startsWith("2"))
                .min(Comparator.naturalOrder())
                .map(status -> status.toUpperCase(Locale.ROOT).endsWith("XX") ? 0 : MessageSchemas.status(status))
                .orElse(0);
    }

    private static boolean documents(Route route, String status) {
        return route.responses().stream().anyMatch(response -> response.status().equals(status));
    }

    private DocumentedSuccess success(Method method, ObjectNode response) {
        Integer status = response.get(MessageSchemas.STATUS).asInt();
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getType() == int.class
                        ? status
                        : typed(
                                MessageSchemas.body(response),
                                parameter.getParameterizedType(),
                                MessageSchemas.mediaType(response)))
                .toArray();
        return (DocumentedSuccess) Objects.requireNonNull(Reflection.call(method, null, arguments));
    }

    private static Class<?> body(Route route, int status) {
        Class<?> body = route.response(status).orElseThrow().body();
        // Only bodies in JSON have a class.
        return body == Void.class ? InputStream.class : body;
    }

    private @Nullable Object typed(JsonNode body, Type type, String mediaType) {
        // An error without a schema has no class.
        return type == InputStream.class || type == Void.class
                ? new ByteArrayInputStream(MessageSchemas.text(body, mediaType).getBytes(StandardCharsets.UTF_8))
                : builders.toJava(body, type);
    }

    private ObjectNode request(Route route, Object[] arguments) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        Parameter[] parameters = route.method().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            Object argument = arguments[i];
            if (argument == null) {
                continue;
            }
            if (parameter.isAnnotationPresent(PathParam.class)) {
                String name = Route.placeholder(
                        parameter.getAnnotation(PathParam.class).value());
                put(request, "path " + name, argument);
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addParameters(argument, request, MessageSchemas.BODY + route.bodyType());
            } else {
                JsonNode body = body(argument, route.bodyType());
                // A stream without bytes is also that of a request without a body; requests have no other empty bodies.
                if (!(argument instanceof InputStream
                        && body.isString()
                        && body.asString().isEmpty())) {
                    request.set(MessageSchemas.BODY + route.bodyType(), body);
                }
            }
        }
        return request;
    }

    private void put(ObjectNode request, String name, Object argument) {
        request.set(name, accessors.toJson(argument));
    }

    private JsonNode body(Object argument, String mediaType) throws IOException {
        return argument instanceof InputStream stream
                ? MessageSchemas.raw(new String(stream.readAllBytes(), StandardCharsets.UTF_8), mediaType)
                : accessors.toJson(argument);
    }

    private void addParameters(Object parameters, ObjectNode request, String body) {
        for (Field field : parameters.getClass().getDeclaredFields()) {
            String name = name(field);
            if (!name.isEmpty()) {
                Object value = Reflection.call(Reflection.find(parameters.getClass(), field.getName()), parameters);
                // JAX-RS passes an empty list for an absent parameter.
                boolean absent = field.getType() == List.class && value instanceof List<?> list && list.isEmpty();
                if (value != null && !absent) {
                    boolean inForm = name.startsWith("form ");
                    put(inForm ? request.withObjectProperty(body) : request, name.replaceFirst("^form ", ""), value);
                }
            }
        }
    }

    /** Returns location and name of the parameter in a field; empty if there is none. */
    private static String name(Field field) {
        if (field.isAnnotationPresent(QueryParam.class)) {
            return "query " + field.getAnnotation(QueryParam.class).value();
        } else if (field.isAnnotationPresent(HeaderParam.class)) {
            return "header " + field.getAnnotation(HeaderParam.class).value();
        } else if (field.isAnnotationPresent(CookieParam.class)) {
            return "cookie " + field.getAnnotation(CookieParam.class).value();
        } else if (field.isAnnotationPresent(FormParam.class)) {
            return "form " + field.getAnnotation(FormParam.class).value();
        } else if (field.isAnnotationPresent(PathParam.class)) {
            return "path "
                    + Route.placeholder(field.getAnnotation(PathParam.class).value());
        }
        return Stream.of(DeepObject.class, ObjectMembers.class)
                .flatMap(type -> ClassFileAnnotations.of(field, type).stream())
                .findFirst()
                .map(object -> "query " + object.get("value"))
                .orElse("");
    }

    /** Lets Jersey accept methods with lists of parts, which are not sent. */
    private static final class RepeatedParts implements ParamConverterProvider {
        @Override
        public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
            return type != EntityPart.class
                    ? null
                    : new ParamConverter<>() {
                        @Override
                        public @Nullable T fromString(String text) {
                            return null;
                        }

                        @Override
                        public String toString(T part) {
                            return part.toString();
                        }
                    };
        }
    }

    /** Reports a failure in one line instead of an HTML page. */
    private static final class Failures implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable failure) {
            return failure instanceof WebApplicationException application
                    ? application.getResponse()
                    : Response.serverError()
                            .type(MediaType.TEXT_PLAIN_TYPE)
                            .entity("the stubs failed: " + failure)
                            .build();
        }
    }

    // -- filters -----------------------------------------------------------------------------------------------------

    private void begin(ContainerRequestContext request) {
        current.set(request.getHeaderString(CASE));
    }

    private void end(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(CASE, request.getHeaderString(CASE));
    }
}
