package io.github.triggerapi.client.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The member of a JSON object, or the parameter of a request, that a field holds. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface JsonMember {

    /** Returns the name in the spec. */
    String value();

    /** Returns whether the spec requires it. */
    boolean required() default false;

    /** Returns whether it may be {@code null}. */
    boolean nullable() default false;

    /**
     * Returns how an array or object in a parameter is written: {@code deepObject}; {@code members}, each as a parameter
     * of its own; {@code commas}, {@code spaces} or {@code pipes} between items; {@code json}; {@code cookie} for a cookie.
     * The empty string for all others.
     */
    String style() default "";
}
