package io.github.triggerapi.codegen.source;

/** Replaces the placeholders of a pattern. */
final class Placeholders {

    private Placeholders() {}

    /** Returns the pattern with each {@code $} replaced by the part at its position. */
    static String replace(String pattern, SafeSource... parts) {
        String[] texts = pattern.split("\\$", -1);
        if (texts.length != parts.length + 1) {
            throw new IllegalArgumentException(parts.length + " parts for the pattern " + pattern);
        }
        StringBuilder replaced = new StringBuilder(texts[0]);
        for (int i = 0; i < parts.length; i++) {
            replaced.append(parts[i].source()).append(texts[i + 1]);
        }
        return replaced.toString();
    }
}
