package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Type.Scalar;
import java.util.List;

/**
 * A member of a class, as its template sees it.
 *
 * @param json the name in JSON, as a literal
 * @param name the Java name
 * @param type the Java type
 * @param fieldType the Java type, with the annotations that belong to its parts
 * @param annotations what stands before the field's type, each with a line of its own on the server
 * @param has the method that tells whether the member is there, be it null; empty for a member that is never null
 * @param dateTimes whether the items of the array, or the values of the map, are date-times
 * @param contentNulls whether they may not be null
 * @param codec the expression for its JSON form on the client
 * @param reading what Jackson's annotation says of how it is read; empty where Jackson knows by itself
 * @param overloads further types that the builder takes
 * @param orDefault the accessor that falls back to the document's default; null where there is none
 */
record MemberView(
        String json,
        String name,
        String type,
        String fieldType,
        List<String> annotations,
        boolean required,
        boolean nullable,
        String has,
        boolean any,
        boolean anyObject,
        boolean list,
        boolean map,
        boolean dateTime,
        boolean dateTimes,
        boolean contentNulls,
        String codec,
        String reading,
        String doc,
        String setterDoc,
        List<Overload> overloads,
        OrDefault orDefault) {

    /** A type that the builder takes for a member besides its own, and what makes its own of it. */
    record Overload(String type, String expression) {

        /** The primitives that a number may be given as; so {@code 5}, which is no Long, will do. */
        static List<Overload> ofNumber(Type type) {
            if (type == Scalar.INTEGER) {
                return List.of(new Overload("long", "Long.valueOf"));
            }
            return type == Scalar.NUMBER
                    ? List.of(new Overload("long", "BigDecimal.valueOf"), new Overload("double", "BigDecimal.valueOf"))
                    : List.of();
        }
    }

    /** An accessor that never answers null. */
    record OrDefault(String type, String method, String expression, String doc) {}

    /** Whether the accessor may answer null. */
    public boolean absent() {
        return !required || nullable;
    }

    /** The erased type, for a link in a comment. */
    public String linkType() {
        return type.replaceAll("<.*", "");
    }

    /** Whether its name is all there is to say of it. */
    public boolean plainMember() {
        return !required && !nullable;
    }

    public boolean tracksNull() {
        return !has.isEmpty();
    }
}
