package io.github.triggerapi.contract.code;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes the Java names that are derived from names of the document. */
final class GeneratedNames {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");

    /** Distinguishes names that are equal otherwise, from 2. */
    private static final Pattern NUMBER = Pattern.compile("[2-9]|[1-9][0-9]+");

    /** The digest at the end of a name that is too long for a file. */
    private static final Pattern DIGEST = Pattern.compile("_[0-9a-f]{1,8}\\d*$");

    private static final int LONG = 100;

    private GeneratedNames() {}

    /**
     * Returns whether a Java name is derived from a name of the document: with separators or all characters outside of ASCII
     * left out, in any case, with a number if there are several such names, and with a prefix or suffix if the name is not
     * valid in Java.
     */
    static boolean matches(String javaName, String documentName) {
        String java = plain(javaName);
        String name = plain(documentName);
        String ascii = NOT_ASCII.matcher(name).replaceAll("");
        return Stream.of(name, ascii)
                        .flatMap(start -> Stream.of(start, "value" + start, start + "model"))
                        .anyMatch(expected -> isNumbered(java, expected))
                || isShortened(javaName, name);
    }

    private static boolean isNumbered(String java, String expected) {
        return java.startsWith(expected)
                && (java.length() == expected.length()
                        || NUMBER.matcher(java.substring(expected.length())).matches());
    }

    private static boolean isShortened(String javaName, String name) {
        String start = plain(DIGEST.matcher(javaName).replaceFirst(""));
        return start.length() > LONG && name.startsWith(start);
    }

    /** Returns the letters and digits of a name, of any script, in lower case. */
    static String plain(String name) {
        return SEPARATORS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
