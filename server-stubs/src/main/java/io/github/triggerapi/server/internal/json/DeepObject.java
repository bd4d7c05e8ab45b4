package io.github.triggerapi.server.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameter of style {@code deepObject} that a field holds. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface DeepObject {

    /** Returns the name in the spec. */
    String value();
}
