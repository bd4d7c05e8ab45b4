package io.github.triggerapi.openapi;

/** JSON pointers as strings, plain as in {@code /paths/~1runs} or as URI fragments as in {@code #/paths/~1runs}. */
public final class JsonPointers {

    private JsonPointers() {}

    /** Returns the pointer of a member of the object at a pointer. */
    public static String child(String pointer, String name) {
        return pointer + "/" + escape(name);
    }

    /** Returns a name as one token of a pointer. */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the name that a token of a pointer stands for. */
    public static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    /** Returns the name or the index that the last token of a pointer stands for. */
    public static String lastName(String pointer) {
        return unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** Returns whether one pointer is that of a value, or of something within the value at another one. */
    public static boolean isWithin(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }
}
