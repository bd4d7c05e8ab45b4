package io.github.triggerapi.server.runtime;

import io.github.triggerapi.server.api.DocumentedResponse;
import io.github.triggerapi.server.api.Secured;
import io.github.triggerapi.server.api.SecurityScheme;
import io.github.triggerapi.server.api.SuccessStatus;
import io.github.triggerapi.server.internal.method.ResourceMethods;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Sets up a JAX-RS runtime that serves the interfaces. It is registered with the resources:
 * {@code config.register(new TriggerApiFeature(key -> key.equals(secret)))}. It
 * <ul>
 * <li>checks the credentials of operations that are {@link Secured}, also if the method of the resource does not repeat that
 *     annotation, and responds with 401, or 403 if only that is documented;
 * <li>sets documented success statuses, as {@link SuccessStatus} does;
 * <li>reads and writes the models by Jackson, with settings of its own: it rejects duplicate members, values of another type
 *     than the spec has, and what follows the body;
 * <li>responds to invalid requests, to exceptions with an error status and to unexpected exceptions with the documented
 *     error. If an operation has no error for the status, the body has the form that most errors of the spec have. Without
 *     any error in the spec, it is <code>&#123;"error": "..."&#125;</code>. The messages of unexpected exceptions are logged
 *     and not sent.
 * </ul>
 *
 * <p>The errors are those of all resources of the application. An exception that has a response with a body keeps it.
 *
 * <p>An instance can set up several runtimes.
 */
public class TriggerApiFeature implements Feature, DynamicFeature {

    private final ErrorBodies errors = ErrorBodies.ofSpec();
    private final Optional<BiPredicate<SecurityScheme, String>> check;

    /**
     * Creates a feature that checks keys.
     *
     * @param check returns whether a key is valid: a bearer token, an API key, or for HTTP Basic the user name and the
     *     password with a colon between them. It is called by several threads at a time, and decides in constant time if
     *     the key is to be kept from measurements.
     */
    public TriggerApiFeature(Predicate<String> check) {
        this(ofKey(Objects.requireNonNull(check, "check")));
    }

    /**
     * Creates a feature that checks keys by their schemes.
     *
     * @param check as in the other constructor, with the security scheme that the key is for. A scheme that is none of
     *     {@link SecurityScheme}, such as mutual TLS, is not passed: no request meets it.
     */
    public TriggerApiFeature(BiPredicate<SecurityScheme, String> check) {
        this(Optional.of(check));
    }

    private TriggerApiFeature(Optional<BiPredicate<SecurityScheme, String>> check) {
        this.check = check;
    }

    private static BiPredicate<SecurityScheme, String> ofKey(Predicate<String> check) {
        return (scheme, key) -> check.test(key);
    }

    /**
     * Returns a feature that demands no credentials of any operation: for a server whose requests are checked before they
     * reach it. There is no constructor without a check, so that no server is open by omission.
     */
    public static TriggerApiFeature withoutKeyCheck() {
        return new TriggerApiFeature(Optional.empty());
    }

    /** Registers what all requests need. */
    @Override
    public final boolean configure(FeatureContext context) {
        context.register(SuccessStatus.class);
        context.register(new AutomaticOptions());
        // Before what a library for JSON registers, such as JSON-B.
        context.register(new ModelJson(errors), Priorities.ENTITY_CODER);
        ErrorMappers.all().forEach(context::register);
        // CXF does not see that this object is a dynamic feature, too.
        context.register((DynamicFeature) this::configure);
        return true;
    }

    /** Registers what the requests of one operation need. */
    @Override
    public final void configure(ResourceInfo resource, FeatureContext context) {
        Configuration registered = context.getConfiguration();
        if (registered != null && registered.isRegistered(OperationErrors.class)) {
            // The runtime calls both contracts of this object.
            return;
        }
        Method handler = resource.getResourceMethod();
        List<Method> declarations = ResourceMethods.declarations(
                        resource.getResourceClass(), handler.getName(), handler.getParameterTypes())
                .toList();
        List<DocumentedResponse> responses = declarations.stream()
                .map(method -> Arrays.asList(method.getAnnotationsByType(DocumentedResponse.class)))
                .filter(documented -> !documented.isEmpty())
                .findFirst()
                .orElse(List.of());
        context.register(new OperationErrors(responses, errors));
        check.ifPresent(demanded -> declarations.stream()
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(Secured.class)))
                .findFirst()
                .ifPresent(secured -> context.register(new KeyFilter(secured, demanded), Priorities.AUTHENTICATION)));
    }
}
