package io.github.triggerapi.contract.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the document.
 *
 * @param text as people read it, as in {@code POST /api/v1/tasks/{taskIdentifier}/trigger request body /options/ttl}
 * @param pointers JSON pointers: that of a reference stands before that of what it refers to
 */
record Location(String text, List<String> pointers) {

    static Location of(String text, String pointer) {
        return new Location(text, List.of(pointer));
    }

    /** What belongs to this place and stands elsewhere. */
    Location part(String more, List<String> pointers) {
        return new Location(text + more, pointers);
    }

    /** This place, seen through one reference more. */
    Location through(List<String> further) {
        List<String> all = new ArrayList<>(pointers);
        further.stream().filter(pointer -> !all.contains(pointer)).forEach(all::add);
        return new Location(text, all);
    }

    /** A keyword of what stands here. */
    Location keyword(String keyword) {
        List<String> all = new ArrayList<>(pointers);
        all.set(all.size() - 1, all.get(all.size() - 1) + "/" + escaped(keyword));
        return new Location(text, all);
    }

    /** A name as it stands in a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
