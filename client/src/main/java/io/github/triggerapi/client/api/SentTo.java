package io.github.triggerapi.client.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server that the spec names for an operation. An operation without this annotation is sent to
 * {@link ApiDocument#SERVER_URL}. A client whose {@code apiUrl} is set sends all operations there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SentTo {

    /** Returns the URL of the server, with the defaults of its variables. */
    String value();
}
