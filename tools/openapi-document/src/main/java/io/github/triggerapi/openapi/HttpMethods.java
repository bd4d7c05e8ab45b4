package io.github.triggerapi.openapi;

import java.util.List;

/** The HTTP methods of OpenAPI: the members of a path item that are operations. */
public final class HttpMethods {

    /** The names of the members, in lower case and in the order of the specification. */
    public static final List<String> ALL = List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private HttpMethods() {}

    /** Returns the operations of a path item, in the order of the document. */
    public static List<Node> operations(Node pathItem) {
        return pathItem.members().stream()
                .filter(member -> ALL.contains(member.key()))
                .toList();
    }
}
