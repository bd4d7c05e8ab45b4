package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.util.List;
import java.util.Optional;

/**
 * A member of a class, as its template sees it.
 *
 * @param json the name in JSON, as a literal
 * @param name the Java name
 * @param type the Java type
 * @param fieldType the Java type, with the annotations that belong to its parts
 * @param linkType the erased type, for a link in a comment
 * @param annotations what stands before the field's type, each with a line of its own on the server
 * @param has the method that tells whether the member is there, be it null; null for a member that is never null
 * @param dateTimes whether the items of the array, or the values of the map, are date-times
 * @param contentNulls whether they may not be null
 * @param codec the expression for its JSON form on the client
 * @param reading what Jackson's annotation says of how it is read; empty where Jackson knows by itself
 * @param overloads further types that the builder takes
 * @param orDefault the accessor that falls back to the document's default; null where there is none
 */
record MemberView(
        StringLiteral json,
        Name name,
        JavaCode type,
        JavaCode fieldType,
        Name linkType,
        List<JavaCode> annotations,
        boolean required,
        boolean nullable,
        Name has,
        boolean any,
        boolean anyObject,
        boolean list,
        boolean map,
        boolean dateTime,
        boolean dateTimes,
        boolean contentNulls,
        JavaCode codec,
        Optional<JavaCode> reading,
        Javadoc doc,
        Javadoc setterDoc,
        List<Overload> overloads,
        OrDefault orDefault) {

    /** A type that the builder takes for a member besides its own, and what makes its own of it. */
    record Overload(JavaCode type, JavaCode expression) {

        /** The primitives that a number may be given as; so {@code 5}, which is no Long, will do. */
        static List<Overload> ofNumber(Type type) {
            if (type == Scalar.INTEGER) {
                return List.of(new Overload(JavaCode.of("long"), JavaCode.of("Long.valueOf")));
            }
            JavaCode decimal = JavaCode.of("BigDecimal.valueOf");
            return type == Scalar.NUMBER
                    ? List.of(new Overload(JavaCode.of("long"), decimal), new Overload(JavaCode.of("double"), decimal))
                    : List.of();
        }
    }

    /** An accessor that never answers null. */
    record OrDefault(JavaCode type, Name method, JavaCode expression, Javadoc doc) {}

    /** Whether the accessor may answer null. */
    public boolean absent() {
        return !required || nullable;
    }

    /** Whether its name is all there is to say of it. */
    public boolean plainMember() {
        return !required && !nullable;
    }

    public boolean tracksNull() {
        return has != null;
    }
}
