package io.github.triggerapi.codegen.render;

/**
 * Where generated classes go.
 *
 * @param api for the operations
 * @param model for the schemas
 */
public record Packages(String api, String model) {}
