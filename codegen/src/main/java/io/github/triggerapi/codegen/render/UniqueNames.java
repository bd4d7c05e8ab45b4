package io.github.triggerapi.codegen.render;

import java.util.HashSet;
import java.util.Set;

/** Hands out each name once; further takers get an underscore more. */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    String unique(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            unique += "_";
        }
        return unique;
    }
}
