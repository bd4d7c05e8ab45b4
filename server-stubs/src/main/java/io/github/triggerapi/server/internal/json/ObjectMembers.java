package io.github.triggerapi.server.internal.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The query parameter that a field holds: an object whose members are parameters of their own. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface ObjectMembers {

    /** Returns the name in the spec. */
    String value();
}
