package io.github.triggerapi.codegen.model;

/** The type of a JSON value, for which there is a Java type. */
public sealed interface Type {

    /** A type whose values have no parts. */
    enum Scalar implements Type {
        BOOLEAN,
        INTEGER,
        NUMBER,
        STRING,
        /** A string that is an RFC 3339 date and time. */
        DATE_TIME
    }

    /** Any JSON value. */
    record Any() implements Type {}

    /** Any JSON object. */
    record AnyObject() implements Type {}

    /** An array. */
    record ListOf(TypedValue items) implements Type {}

    /** An object with members of any name, which all have one type. */
    record MapOf(TypedValue values) implements Type {}

    /** A type for which a class is generated. */
    record Named(String className) implements Type {}
}
