package io.github.triggerapi.contract.code;

import java.util.Map;
import java.util.Set;

/**
 * The part of the generated code that a part of the document calls for. A change of that part of the document has to
 * call for the same, no more and no less.
 *
 * @param routes verb and path of each operation
 * @param classes the models of each side
 */
public record Scope(Set<String> routes, Map<GeneratedArtifact, Set<Class<?>>> classes) {}
