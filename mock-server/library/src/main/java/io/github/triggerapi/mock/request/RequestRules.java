package io.github.triggerapi.mock.request;

/**
 * The rules that requests must satisfy, where the schemas of the OpenAPI document, its descriptions and Trigger.dev
 * differ.
 */
public enum RequestRules {
    /**
     * The schemas of the spec and nothing more: invalid times are ignored, any tags are allowed, and a change that the state of
     * a run forbids has no effect.
     */
    SCHEMAS,

    /**
     * The schemas of the spec, and what its descriptions require: a time that is invalid or in the past, a {@code
     * ttl} of less than a second, more than 5 tags, and tags of 64 characters or more are rejected with status 400.
     * Limits of tags in the schema replace those in the descriptions.
     */
    DOCUMENT,

    /**
     * The rules of Trigger.dev: a time that is invalid or in the past is ignored, a {@code ttl} of 0 means none, and
     * more than 10 tags or tags of more than 128 characters are rejected with status 422. Responses say with {@code
     * isCached} whether the run existed before. The server also has the operations and options that only the TypeScript SDK
     * uses.
     */
    SERVICE
}
