package io.github.triggerapi.mock.request;

/** What a server holds a request to, where the document, its words and the service differ. */
public enum Rules {
    /** The schemas of the document and nothing more: a time that nobody can read is passed over, and tags are any. */
    SCHEMAS,

    /**
     * The schemas of the document, and what it says in words beside them: a time that nobody can read or that is past, a
     * {@code ttl} below a second, more than 5 tags and tags of 64 characters or more are refused with 400. Limits of tags in
     * the schema replace those in words.
     */
    DOCUMENT,

    /**
     * What the service does: a time that it cannot read or that is past it passes over, a {@code ttl} of 0 is none, and
     * more than 10 tags or tags of more than 128 characters it refuses with 422. Its answers say with {@code isCached}
     * whether the run was there before.
     */
    SERVICE
}
