package io.github.triggerapi.codegen.model;

import java.util.List;

/**
 * A value in the document: its type with what the place of the schema adds to it.
 *
 * @param nullable whether the value may be null
 * @param constraints the constraints that the type does not imply
 * @param description the description for readers
 */
public record TypedValue(Type type, boolean nullable, Constraints constraints, Description description) {

    public TypedValue(Type type, Description description) {
        this(type, false, Constraints.NONE, description);
    }

    public TypedValue withType(Type other) {
        return new TypedValue(other, nullable, constraints, description);
    }

    /** Returns this value with what generated code does not express of it. */
    public TypedValue withNotes(List<String> notes) {
        return new TypedValue(type, nullable, constraints, description.withNotes(notes));
    }

    public TypedValue notNullable() {
        return new TypedValue(type, false, constraints, description);
    }

    public TypedValue withNullable(boolean more) {
        return new TypedValue(type, nullable || more, constraints, description);
    }

    /** Returns this value with what the description of a reference to it adds. */
    public TypedValue describedBy(Description other) {
        return new TypedValue(type, nullable, constraints, description.overriddenBy(other));
    }
}
