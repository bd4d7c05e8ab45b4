package io.github.triggerapi.server.runtime;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Set;

/** Removes the text from responses that runtimes make for OPTIONS: some repeat the header Allow as their body. */
final class AutomaticOptions implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)
                && response.getEntity() instanceof String text
                && response.getHeaders().containsKey(HttpHeaders.ALLOW)
                && methods(text).equals(methods(response.getHeaderString(HttpHeaders.ALLOW)))) {
            response.setEntity(null);
        }
    }

    private static Set<String> methods(String list) {
        return Set.copyOf(Arrays.asList(list.strip().split("[\\s,]+")));
    }
}
