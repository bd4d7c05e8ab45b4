package io.github.triggerapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.mock.Gate.Admission;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.jspecify.annotations.Nullable;

/** The JAX-RS side: brings requests to the behaviours, and to the defaults of the stubs where there is none. */
final class Resources {
    private final SynchronousDispatcher dispatcher;

    /**
     * Serves every one of the interfaces.
     *
     * @param behaviours objects that implement some of the interfaces
     */
    Resources(List<Class<?>> interfaces, List<?> behaviours) {
        ResteasyProviderFactory providers = ResteasyProviderFactory.newInstance();
        providers.registerProviderInstance(new JsonBody());
        providers.registerProviderInstance(new ErrorMapper());
        dispatcher = new SynchronousDispatcher(providers);
        behaviours.forEach(dispatcher.getRegistry()::addSingletonResource);
        interfaces.stream()
                .filter(api -> behaviours.stream().noneMatch(api::isInstance))
                .map(Resources::unimplemented)
                .forEach(dispatcher.getRegistry()::addSingletonResource);
    }

    /** Answers a request. */
    RestResponse call(
            Admission admission, MultivaluedMap<String, String> headers, byte[] body, @Nullable JsonNode json) {
        // What was chosen replaces what was offered, so that nothing is chosen twice.
        negotiated(headers, "Content-Type", admission.bodyType());
        negotiated(headers, "Accept", admission.answerType());
        RestResponse response = new RestResponse();
        try {
            RestRequest request = new RestRequest(
                    admission.operation().method(), admission.target(), headers, body, json, dispatcher, response);
            ResteasyContext.pushContext(SecurityContext.class, new Caller(admission.caller()));
            dispatcher.invoke(request, response);
        } finally {
            ResteasyContext.clearContextData();
        }
        return response;
    }

    private static void negotiated(MultivaluedMap<String, String> headers, String name, @Nullable String type) {
        headers.remove(name);
        if (type != null) {
            headers.putSingle(name, type);
        }
    }

    private static Object unimplemented(Class<?> api) {
        InvocationHandler defaults = (proxy, method, arguments) -> switch (method.getName()) {
            case "toString" -> "unimplemented " + api.getSimpleName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, defaults);
    }

    private record Caller(@Nullable ApiKey key) implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return key;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return key == null ? null : "BEARER";
        }
    }
}
