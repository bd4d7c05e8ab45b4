package io.github.triggerapi.codegen.model;

/**
 * A value in the document: its type with what the place of the schema adds to it.
 *
 * @param nullable whether the value may be null
 * @param constraints the constraints that the type does not imply
 * @param description the description for readers
 */
public record Value(Type type, boolean nullable, Constraints constraints, Description description) {

    public Value(Type type, Description description) {
        this(type, false, Constraints.NONE, description);
    }

    public Value withNullable(boolean more) {
        return new Value(type, nullable || more, constraints, description);
    }

    /** Returns this value with what the description of a reference to it adds. */
    public Value describedBy(Description other) {
        return new Value(type, nullable, constraints, description.overriddenBy(other));
    }
}
