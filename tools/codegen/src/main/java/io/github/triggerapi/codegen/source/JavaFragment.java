package io.github.triggerapi.codegen.source;

/** Code that was composed of safe parts. */
record JavaFragment(String source) implements JavaCode {}
