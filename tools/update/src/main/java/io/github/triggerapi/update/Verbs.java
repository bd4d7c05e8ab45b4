package io.github.triggerapi.update;

import java.util.Set;

/** The members of a path that are operations. */
public final class Verbs {

    /** All that OpenAPI has, in lower case as in a document. */
    public static final Set<String> ALL = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private Verbs() {}
}
