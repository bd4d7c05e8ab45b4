package io.github.triggerapi.update.validate;

import io.github.triggerapi.openapi.Node;
import java.util.List;

/** Warns of a title or version that is a number, which may lose digits. */
final class InfoCheck {

    private InfoCheck() {}

    static void check(Node root, Problems warnings) {
        for (String name : List.of("title", "version")) {
            Node member = root.get("info").get(name);
            if (!member.json().isTextual()) {
                warnings.add(member, "is read as " + member.json() + ", because it has no quotes; expected a string");
            }
        }
    }
}
