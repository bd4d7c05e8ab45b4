package io.github.triggerapi.server.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The JSON Schema keywords by which the spec restricts a value, beyond what its Java type says. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE_USE)
public @interface Constraints {

    /** Returns each keyword with its value, as in {@code maxLength=64}. */
    String[] value();
}
