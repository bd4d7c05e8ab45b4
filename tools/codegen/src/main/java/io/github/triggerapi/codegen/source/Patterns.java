package io.github.triggerapi.codegen.source;

/** Puts parts into a pattern. */
final class Patterns {

    private Patterns() {}

    /** Returns the pattern with a part in place of each {@code $}. */
    static String fill(String pattern, Source... parts) {
        String[] texts = pattern.split("\\$", -1);
        if (texts.length != parts.length + 1) {
            throw new IllegalArgumentException(parts.length + " parts for the pattern " + pattern);
        }
        StringBuilder filled = new StringBuilder(texts[0]);
        for (int i = 0; i < parts.length; i++) {
            filled.append(parts[i].source()).append(texts[i + 1]);
        }
        return filled.toString();
    }
}
