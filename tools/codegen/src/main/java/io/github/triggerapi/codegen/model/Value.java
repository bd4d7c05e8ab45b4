package io.github.triggerapi.codegen.model;

/**
 * A type at one place of the document.
 *
 * @param nullable whether {@code null} is among the values
 * @param constraints what the type alone does not say
 * @param description what the document says of it
 */
public record Value(Type type, boolean nullable, Constraints constraints, Description description) {

    public Value(Type type, Description description) {
        this(type, false, Constraints.NONE, description);
    }

    public Value withNullable(boolean more) {
        return new Value(type, nullable || more, constraints, description);
    }

    /** The same value where another place, which refers to it, may say more of it. */
    public Value describedBy(Description other) {
        return new Value(type, nullable, constraints, description.overriddenBy(other));
    }
}
