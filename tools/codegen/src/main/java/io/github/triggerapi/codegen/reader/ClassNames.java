package io.github.triggerapi.codegen.reader;

import io.github.triggerapi.codegen.model.Names;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives each generated class a name of its own, whatever names the document has.
 *
 * <p>The first class that asks for a name gets it. A later one gets the name with a number. Names that differ only in case
 * count as equal, as some file systems do not tell their files apart.
 */
final class ClassNames {

    /** The greatest number of bytes that file systems allow. */
    private static final int MAX_FILE_NAME = 255;

    /** The nested class with the longest name that does not depend on the document, and the ending of the file. */
    private static final String LONGEST_ENDING = "$UnknownValue.class";

    private static final int MAX_LENGTH = MAX_FILE_NAME - LONGEST_ENDING.length();

    private static final int MAX_UNION_LENGTH = 180;

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Returns the name of a class, the same one for the same arguments.
     *
     * @param pointer the JSON pointer of what the class is generated for
     * @param suggested the name, if it is free and short enough
     */
    String of(String pointer, String suggested) {
        return names.computeIfAbsent(suggested + " " + pointer, key -> unique(Names.shortened(suggested, MAX_LENGTH)));
    }

    private String unique(String name) {
        String unique = name;
        for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
            boolean afterDigit = Character.isDigit(name.charAt(name.length() - 1));
            String ending = (afterDigit ? "_" : "") + number;
            unique = Names.shortened(name, MAX_LENGTH - ending.length()) + ending;
        }
        return unique;
    }

    /** Returns a name for a union, short enough that its variants have readable names. */
    static String union(String suggested) {
        return Names.shortened(suggested, MAX_UNION_LENGTH);
    }

    /** Returns the name of a variant of a union, shortened if the file of its class would have too long a name. */
    static String variant(String className, String name) {
        int others = className.getBytes(StandardCharsets.UTF_8).length + "$Value.class".length();
        return Names.shortened(name, MAX_FILE_NAME - others);
    }
}
