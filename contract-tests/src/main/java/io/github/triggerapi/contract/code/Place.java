package io.github.triggerapi.contract.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the document.
 *
 * @param text as people read it, as in {@code POST /api/v1/tasks/{taskIdentifier}/trigger request body /options/ttl}
 * @param pointers JSON pointers: that of a reference stands before that of what it refers to
 */
record Place(String text, List<String> pointers) {

    static Place of(String text, String pointer) {
        return new Place(text, List.of(pointer));
    }

    /** What belongs to this place and stands elsewhere. */
    Place part(String more, List<String> pointers) {
        return new Place(text + more, pointers);
    }

    /** This place, seen through one reference more. */
    Place through(List<String> further) {
        List<String> all = new ArrayList<>(pointers);
        further.stream().filter(pointer -> !all.contains(pointer)).forEach(all::add);
        return new Place(text, all);
    }

    /** A keyword of what stands here. */
    Place keyword(String keyword) {
        List<String> all = new ArrayList<>(pointers);
        all.set(all.size() - 1, all.get(all.size() - 1) + "/" + escaped(keyword));
        return new Place(text, all);
    }

    /** A name as it stands in a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
