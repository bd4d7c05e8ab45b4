package io.github.triggerapi.codegen.model;

/** What a JSON value is, in terms that have a Java type. */
public sealed interface Type {

    /** A value with no parts. */
    enum Scalar implements Type {
        BOOLEAN,
        INTEGER,
        NUMBER,
        STRING,
        /** An RFC 3339 point in time. */
        DATE_TIME
    }

    /** Any JSON value. */
    record Any() implements Type {}

    /** Any JSON object. */
    record AnyObject() implements Type {}

    /** An array. */
    record ListOf(Value items) implements Type {}

    /** An object whose members' names are free and whose values are all of one type. */
    record MapOf(Value values) implements Type {}

    /** A class of its own. */
    record Named(String className) implements Type {}
}
