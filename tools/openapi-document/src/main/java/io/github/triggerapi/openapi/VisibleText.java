package io.github.triggerapi.openapi;

import java.util.HexFormat;

/**
 * Makes each character of a text visible.
 *
 * <p>Control characters, marks that reverse the direction of text and other characters without a shape can make text
 * read as something else, or act on the terminal that shows it. They are replaced by their code point, as in
 * {@code [U+202E]}.
 */
public final class VisibleText {

    private VisibleText() {}

    /** Returns the text in one line: line breaks and tabs are replaced too. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                visible.append("[U+").append(number(character)).append(']');
            }
        });
        return visible.toString();
    }

    /** Returns a code point as Unicode writes it: in at least four hexadecimal digits. */
    private static String number(int character) {
        int digits = character <= 0xFFFF ? 4 : character <= 0xFFFFF ? 5 : 6;
        return HexFormat.of().withUpperCase().toHexDigits(character, digits);
    }

    /** Returns whether a character has a shape of its own, which control characters have not. */
    public static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> !isNoncharacter(character) && !isIgnorable(character);
        };
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    /** Whether Unicode displays nothing for the character. U+FE0E and U+FE0F are not among them: they choose how emoji look. */
    private static boolean isIgnorable(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character >= 0x180B && character <= 0x180F
                || character == 0x3164
                || character >= 0xFE00 && character <= 0xFE0D
                || character == 0xFFA0
                || character >= 0xE0000 && character <= 0xE0FFF;
    }
}
