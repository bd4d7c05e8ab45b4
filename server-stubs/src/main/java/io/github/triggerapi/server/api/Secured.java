package io.github.triggerapi.server.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The credentials that an operation requires. An operation without this annotation requires none. {@code TriggerApiFeature}
 * checks them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Secured {

    /**
     * Returns the alternatives, each the name of a security scheme, or the names of several that are joined by {@code &}.
     * The empty string stands for a request without credentials. {@link SecuritySchemes} has the kinds of the schemes.
     */
    String[] value();
}
