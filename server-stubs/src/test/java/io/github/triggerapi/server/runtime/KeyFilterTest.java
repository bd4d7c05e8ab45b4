package io.github.triggerapi.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.api.SecurityScheme;
import io.github.triggerapi.server.api.SecurityScheme.In;
import jakarta.ws.rs.core.Response;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.junit.jupiter.api.Test;

/** Requests need the credentials of one alternative, whatever their schemes are. */
class KeyFilterTest {

    private static final Map<String, SecurityScheme> SCHEMES = Stream.of(
                    new SecurityScheme.Bearer("token"),
                    new SecurityScheme.Basic("user"),
                    new SecurityScheme.ApiKey("header", In.HEADER, "X-Key"),
                    new SecurityScheme.ApiKey("query", In.QUERY, "key"),
                    new SecurityScheme.ApiKey("cookie", In.COOKIE, "session"))
            .collect(Collectors.toMap(SecurityScheme::name, Function.identity()));

    /** Operations with security. */
    interface Operations {
        @Secured("token")
        void bearer();

        @Secured("token(read write)")
        void scopes();

        @Secured("user")
        void basic();

        @Secured({"header", "query", "cookie"})
        void keys();

        @Secured("header & query")
        void together();

        @Secured({"token", ""})
        void optional();

        @Secured("mutualTls")
        void other();
    }

    private static Response refused(String operation, MockHttpRequest request) throws NoSuchMethodException {
        KeyFilter filter = new KeyFilter(
                Operations.class.getDeclaredMethod(operation).getAnnotation(Secured.class),
                (scheme, key) -> key.equals(scheme instanceof SecurityScheme.Basic ? "ann:se:cret" : "secret"),
                SCHEMES);
        PreMatchContainerRequestContext context = new PreMatchContainerRequestContext(request, null, null);
        filter.filter(context);
        return context.getResponseAbortedWith();
    }

    private static MockHttpRequest request() throws URISyntaxException {
        return MockHttpRequest.get("/a");
    }

    private static MockHttpRequest authorization(String value) throws URISyntaxException {
        return request().header("Authorization", value);
    }

    @Test
    void acceptsCredentialsOfEachScheme() throws Exception {
        assertThat(refused("bearer", authorization("Bearer secret"))).isNull();
        assertThat(refused("bearer", authorization("bearer  secret"))).isNull();
        assertThat(refused("scopes", authorization("Bearer secret"))).isNull();
        assertThat(refused("basic", authorization("Basic YW5uOnNlOmNyZXQ="))).isNull();
        assertThat(refused("keys", request().header("X-Key", "secret"))).isNull();
        assertThat(refused("keys", MockHttpRequest.get("/a?key=secret"))).isNull();
        assertThat(refused("keys", request().cookie("session", "secret"))).isNull();
        assertThat(refused("together", MockHttpRequest.get("/a?key=secret").header("X-Key", "secret")))
                .isNull();
        assertThat(refused("optional", request())).isNull();
    }

    @Test
    void refusesOtherCredentials() throws Exception {
        List<Response> refused = List.of(
                refused("bearer", request()),
                refused("bearer", authorization("secret")),
                refused("bearer", authorization("Bearer ")),
                refused("bearer", authorization("Bearer Secret")),
                refused("bearer", authorization("Basic secret")),
                refused("basic", authorization("Basic secret!")),
                refused("basic", authorization("Bearer ann:se:cret")),
                refused("keys", authorization("Bearer secret")),
                refused("keys", MockHttpRequest.get("/a?session=secret")),
                refused("together", MockHttpRequest.get("/a?key=secret")),
                // Nothing in such a request could be checked.
                refused("other", authorization("Bearer secret")));
        assertThat(refused).extracting(Response::getStatus).containsOnly(401);
    }

    @Test
    void namesTheSchemesInTheChallenge() throws Exception {
        assertThat(refused("bearer", request()).getHeaderString("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(refused("basic", request()).getHeaderString("WWW-Authenticate"))
                .startsWith("Basic realm=");
        assertThat(refused("keys", request()).getHeaderString("WWW-Authenticate"))
                .isEqualTo("ApiKey");
    }
}
