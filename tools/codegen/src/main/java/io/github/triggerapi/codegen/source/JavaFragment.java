package io.github.triggerapi.codegen.source;

/** Code that was made of safe parts. */
record JavaFragment(String source) implements JavaCode {}
