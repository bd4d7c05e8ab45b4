package io.github.triggerapi.client.api;

/** A way in which requests carry credentials. {@link SecuritySchemes} has those of the OpenAPI document. */
public sealed interface SecurityScheme {

    /** Returns the name of the scheme in the spec, as {@link Secured} has it. */
    String name();

    /** A scheme whose credentials are one string. */
    sealed interface Token extends SecurityScheme {}

    /** A bearer token in the header {@code Authorization}: of HTTP, OAuth 2 or OpenID Connect. */
    record Bearer(String name) implements Token {}

    /**
     * An API key.
     *
     * @param parameter the name of the header, query parameter or cookie
     */
    record ApiKey(String name, In in, String parameter) implements Token {}

    /** A user name and a password in the header {@code Authorization}: HTTP Basic. */
    record Basic(String name) implements SecurityScheme {}

    /** The part of a request that has an API key. */
    enum In {
        HEADER,
        QUERY,
        COOKIE
    }
}
