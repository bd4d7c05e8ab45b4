package io.github.triggerapi.codegen.render;

/**
 * The packages of generated classes.
 *
 * @param api the package of the operations
 * @param model the package of the schemas
 */
public record Packages(String api, String model) {}
