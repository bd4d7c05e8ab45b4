package io.github.triggerapi.contract.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A location in the spec.
 *
 * @param label a readable location, such as {@code POST /api/v1/tasks/{taskIdentifier}/trigger request body /options/ttl}
 * @param pointers JSON Pointers; a reference precedes its target
 */
record Location(String label, List<String> pointers) {

    static Location of(String label, String pointer) {
        return new Location(label, List.of(pointer));
    }

    /** Returns a location for a part of this one that is defined elsewhere. */
    Location part(String more, List<String> pointers) {
        return new Location(label + more, pointers);
    }

    /** Returns this location followed by further pointers. */
    Location through(List<String> further) {
        List<String> all = new ArrayList<>(pointers);
        further.stream().filter(pointer -> !all.contains(pointer)).forEach(all::add);
        return new Location(label, all);
    }

    /** Returns the location of a keyword of this element. */
    Location keyword(String keyword) {
        List<String> all = new ArrayList<>(pointers);
        all.set(all.size() - 1, all.get(all.size() - 1) + "/" + escaped(keyword));
        return new Location(label, all);
    }

    /** Escapes a name for a JSON Pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
