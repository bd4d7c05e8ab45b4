package io.github.triggerapi.mock.internal.resource;

import java.util.Set;

/**
 * A resource with the annotations of Jakarta REST that handles operations of the OpenAPI document by its own code. The responses of the other operations come
 * from the spec.
 *
 * <p>Its methods that are annotated with an HTTP method and a path handle that operation if the spec has it. If it
 * implements interfaces of the stubs, the methods that it overrides handle their operations.
 *
 * <p>A method parameter of type {@link com.fasterxml.jackson.databind.JsonNode} receives the request body as it is, null
 * if it is absent or not JSON. Such a method works with any revision of the spec, while generated classes differ
 * between revisions.
 */
public interface StatefulResource {
    /**
     * Returns the names of the path variables of its operations whose values are task identifiers. Faults for a task
     * compare these values.
     */
    default Set<String> taskParameters() {
        return Set.of();
    }
}
