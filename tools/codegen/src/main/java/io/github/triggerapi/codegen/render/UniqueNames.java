package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.source.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes names unique.
 *
 * <p>A name that is taken gets an underscore, then two, then an underscore and a number: {@code a}, {@code a_},
 * {@code a__}, {@code a_3}. So names stay short, however many are equal.
 */
final class UniqueNames {

    private final Set<String> taken;
    private final Map<String, Integer> repetitions = new HashMap<>();

    /** Creates a set of names in which the given ones are taken. */
    UniqueNames(String... reserved) {
        this.taken = new HashSet<>(List.of(reserved));
    }

    Name unique(String name) {
        String unique = name;
        while (!taken.add(unique)) {
            int repetition = repetitions.merge(name, 1, Integer::sum);
            unique = name + (repetition < 3 ? "_".repeat(repetition) : "_" + repetition);
        }
        return new Name(unique);
    }
}
