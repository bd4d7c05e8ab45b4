import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.triggerapi.server.api.DefaultApi;
import io.github.triggerapi.server.api.FilesApi;
import io.github.triggerapi.server.api.GetThingParameters;
import io.github.triggerapi.server.api.PutThingParameters;
import io.github.triggerapi.server.api.SuccessStatus;
import io.github.triggerapi.server.api.ThingsApi;
import io.github.triggerapi.server.model.State;
import io.github.triggerapi.server.model.Thing;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Each public method is a test. */
public final class Server {

    private Server() {}

    private static final class Things implements ThingsApi {

        private String put = "";

        @Override
        public Thing getThing(String thingId, GetThingParameters parameters) {
            return Thing.builder()
                    .id(thingId)
                    .level(null)
                    .extra(null)
                    .when(OffsetDateTime.parse("2025-01-31T12:00:00Z"))
                    .state(State.OFF)
                    .build();
        }

        @Override
        public void putThing(String thingId, Thing body, PutThingParameters parameters) {
            put = thingId;
        }
    }

    /** An implementation from before the operation had query parameters or a body. */
    private static final class Deleting implements DefaultApi {

        private final List<String> deleted = new ArrayList<>();

        @Override
        public void delete(String thingId) {
            deleted.add(thingId);
        }
    }

    public static void operationsCallOverriddenOverloads() throws ReflectiveOperationException {
        Deleting api = new Deleting();
        Method delete = operation(DefaultApi.class, "delete");
        Object[] arguments = new Object[delete.getParameterCount()];
        arguments[0] = "a1";

        delete.invoke(api, arguments);

        assertThat(api.deleted).containsExactly("a1");
    }

    private static Method operation(Class<?> api, String name) {
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getName().equals(name) && method.isAnnotationPresent(Path.class))
                .findFirst()
                .orElseThrow();
    }

    public static void operationsRespond() throws JsonProcessingException {
        ThingsApi things = new Things();

        assertThat(new ObjectMapper().writeValueAsString(things.getThing("a1", new GetThingParameters())))
                .contains("\"id\":\"a1\"", "\"state\":\"off\"");
    }

    public static void successStatusIsTheDocumentedOne() throws ReflectiveOperationException {
        Class<?>[] parameters = {String.class, Thing.class, PutThingParameters.class};
        Method delete = operation(DefaultApi.class, "delete");

        assertThat(status(Things.class.getMethod("putThing", parameters), 204, false)).isEqualTo(204);
        assertThat(status(operation(FilesApi.class, "uploadFile"), 200, true))
                .isEqualTo(201);
        assertThat(status(delete, 204, false)).isEqualTo(200);
        assertThat(status(delete, 404, false)).isEqualTo(404);
        assertThat(status(Object.class.getMethod("toString"), 200, true)).isEqualTo(200);
    }

    /** Returns the status of a response after the filter. */
    private static int status(Method resource, int usual, boolean entity) throws ReflectiveOperationException {
        AtomicInteger status = new AtomicInteger(usual);
        ContainerResponseContext response = implement(
                ContainerResponseContext.class,
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getStatus" -> status.get();
                    case "getHeaders" -> new MultivaluedHashMap<>();
                    case "hasEntity" -> entity;
                    case "getEntity" -> entity ? "text" : null;
                    case "getMediaType" -> MediaType.TEXT_PLAIN_TYPE;
                    case "setStatus" -> {
                        status.set((Integer) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        SuccessStatus filter = new SuccessStatus();
        Field injected = SuccessStatus.class.getDeclaredField("resource");
        injected.setAccessible(true);
        injected.set(filter, implement(ResourceInfo.class, (proxy, method, arguments) -> resource));
        filter.filter(implement(ContainerRequestContext.class, (proxy, method, arguments) -> null), response);
        return status.get();
    }

    private static <T> T implement(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    public static void operationsWithoutBodyReturnNothing() {
        Things things = new Things();

        ((ThingsApi) things).putThing("a1", null, new PutThingParameters());

        assertThat(things.put).isEqualTo("a1");
    }
}
