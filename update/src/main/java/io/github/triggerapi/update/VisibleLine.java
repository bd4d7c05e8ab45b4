package io.github.triggerapi.update;

/** A text in one line, with a visible sign for each character that would act on what shows it. */
public final class VisibleLine {

    private VisibleLine() {}

    /** The text in one line, without what is blank around it. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.strip()
                .replaceAll("\\R|\t", " ")
                .codePoints()
                .map(VisibleLine::visible)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static int visible(int character) {
        if (character < ' ') {
            return '\u2400' + character;
        }
        boolean acts = Character.isISOControl(character) || isDirection(character);
        boolean none = Character.getType(character) == Character.SURROGATE || (character & 0xFFFE) == 0xFFFE;
        return acts || none ? '\uFFFD' : character;
    }

    /** Whether it makes a text run the other way, so that it reads as another. */
    private static boolean isDirection(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }
}
