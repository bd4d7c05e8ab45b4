package io.github.triggerapi.update.source;

/** JSON pointers as URI fragments, as in {@code #/paths/~1runs/get}. */
final class Pointers {

    private Pointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
