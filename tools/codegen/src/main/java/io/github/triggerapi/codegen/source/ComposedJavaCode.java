package io.github.triggerapi.codegen.source;

/** Code composed of safe parts. */
record ComposedJavaCode(String source) implements JavaCode {}
