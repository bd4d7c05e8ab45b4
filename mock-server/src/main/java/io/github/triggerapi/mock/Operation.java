package io.github.triggerapi.mock;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of the document: where it is and what a request to it must satisfy.
 *
 * @param method the HTTP method in upper case
 * @param path the path template, such as {@code /api/v1/tasks/{taskIdentifier}/trigger}
 * @param bearer whether each way to be let in needs a bearer key
 * @param parameters its path, query and header parameters
 * @param bodyRequired whether a request without a body is refused
 * @param consumes the schema of the body for each media type; empty when the operation takes no body
 * @param produces the media types of its responses
 */
record Operation(
        String method,
        String path,
        boolean bearer,
        List<Parameter> parameters,
        boolean bodyRequired,
        Map<String, Schema> consumes,
        Set<String> produces) {

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param explode whether a query parameter that is an array is repeated, not separated by commas
     * @param types the JSON types its schema names, empty for any
     * @param itemTypes those of its items, when it is an array
     */
    record Parameter(
            String name,
            String in,
            boolean required,
            boolean explode,
            Set<String> types,
            Set<String> itemTypes,
            Schema schema) {
        String place() {
            return in + "." + name;
        }
    }
}
