package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.source.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands out each name once; further takers get an underscore more. */
final class UniqueNames {

    private final Set<String> taken;

    /**
     * Starts with names that nobody gets.
     *
     * @param reserved these names
     */
    UniqueNames(String... reserved) {
        this.taken = new HashSet<>(List.of(reserved));
    }

    Name unique(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            unique += "_";
        }
        return new Name(unique);
    }
}
