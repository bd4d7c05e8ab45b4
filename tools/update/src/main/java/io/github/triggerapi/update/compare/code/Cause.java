package io.github.triggerapi.update.compare.code;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where in the spec a removal from generated code comes from.
 *
 * @param subject what the removals with the same cause have in common, such as the name of a property; empty if it cannot
 *     be determined
 * @param pointers where the change of the spec may be, most likely first
 * @param what a description for the case that there is no change of the spec at any of these places
 */
record Cause(String subject, List<String> pointers, String what) {

    /** Returns the name that a member was most likely generated from, such as {@code tag} for {@code hasTag}. */
    static Optional<String> nameIn(String member, Collection<String> names) {
        if (names.contains(member)) {
            return Optional.of(member);
        }
        String words = words(member);
        return names.stream().filter(name -> words.contains(words(name))).max(Comparator.comparingInt(String::length));
    }

    /** Returns the words of a Java name in lower case, with a space around each. */
    private static String words(String name) {
        return " " + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_+", " ").strip().toLowerCase(Locale.ROOT) + " ";
    }
}
