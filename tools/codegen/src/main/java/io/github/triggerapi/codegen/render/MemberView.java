package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member of a class, as the templates see it.
 *
 * @param json the name in JSON
 * @param name the Java name
 * @param type the type that the accessor returns
 * @param linkType the erased type, for links in comments
 * @param built whether the builder requires it
 * @param has the method that returns whether a nullable member is present; null if the member is not nullable
 * @param field its field
 * @param setter its method of the builder
 * @param value the expression that the accessor returns
 * @param shown the expression that {@code toString} uses
 * @param jsonType the JSON form on the client
 * @param doc the comment of the accessor
 * @param conversion the comment of the method that returns any JSON as an object; empty if there is none
 * @param orDefault the accessor that returns the default of an absent member; null if there is no default
 */
record MemberView(
        StringLiteral json,
        Name name,
        JavaCode type,
        Name linkType,
        boolean required,
        boolean built,
        boolean nullable,
        Name has,
        Field field,
        Setter setter,
        JavaCode value,
        JavaCode shown,
        JavaCode jsonType,
        Javadoc doc,
        Optional<Javadoc> conversion,
        OrDefault orDefault) {

    /**
     * The field of a member.
     *
     * @param type the type in the class
     * @param builderType the type in the builder
     */
    record Field(List<JavaCode> annotations, JavaCode type, JavaCode builderType) {}

    /**
     * A method of a builder.
     *
     * @param copy the value that it sets
     * @param built the class whose builder an overload takes; empty if the type of the member has no builder
     */
    record Setter(
            Javadoc doc,
            List<JavaCode> annotations,
            JavaCode type,
            JavaCode copy,
            List<Overload> overloads,
            Optional<Name> built) {}

    /**
     * A setter that accepts another type.
     *
     * @param conversion the function to the type of the setter; empty if the field holds the value as it is
     */
    record Overload(JavaCode type, Optional<JavaCode> conversion) {}

    /** An accessor that never returns null. */
    record OrDefault(JavaCode type, Name method, JavaCode expression, Javadoc doc) {}

    /** Returns the names of the public methods for the member. */
    List<Name> methods() {
        return Stream.of(name, has, orDefault == null ? null : orDefault.method())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns whether the accessor may return null. */
    public boolean absent() {
        return !required || nullable;
    }

    /** Returns whether the class records that a member is present, even if it is null. */
    public boolean tracksNull() {
        return has != null;
    }
}
