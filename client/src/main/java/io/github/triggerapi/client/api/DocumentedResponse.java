package io.github.triggerapi.client.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A response that the OpenAPI document describes for an operation. The method of the operation returns the body of the
 * success with the lowest status, where {@code 2XX} counts as the highest.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(DocumentedResponse.All.class)
public @interface DocumentedResponse {

    /** Returns a status code, a range such as {@code 4XX}, or {@code default}. */
    String status();

    /** Returns the class of the body, or {@link Void} if there is none. */
    Class<?> body() default Void.class;

    /** Returns the media types. The default is {@code application/json} with a body, and none without. */
    String[] mediaType() default {};

    /** Returns whether the body may be {@code null}. */
    boolean nullable() default false;

    /** Returns whether this is a success whose body has another type than the method returns. */
    boolean otherType() default false;

    /** All responses of an operation. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        /** Returns the responses. */
        DocumentedResponse[] value();
    }
}
