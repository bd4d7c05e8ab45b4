package io.github.triggerapi.contract.code;

import java.util.Map;
import java.util.Set;

/**
 * The generated code that a part of the spec requires. A changed part must require exactly the same code.
 *
 * @param routes the HTTP method and path of each operation
 * @param classes the models of each artifact
 * @param errors the errors that Swagger Parser reports for the part
 * @param nullBodies the bodies of requests that may be null, which code cannot express
 */
public record ExpectedCode(
        Set<String> routes,
        Map<GeneratedArtifact, Set<Class<?>>> classes,
        Set<String> errors,
        Set<String> nullBodies) {}
