package io.github.triggerapi.codegen.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in path templates. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    /** The start of names that stand for others. */
    private static final String PREFIX = "x--";

    /** The names that Retrofit and JAX-RS accept. */
    private static final Pattern PLAIN = Pattern.compile("(?!" + PREFIX + ")[a-zA-Z][a-zA-Z0-9_-]*");

    private static final Pattern SPECIAL = Pattern.compile("[^a-zA-Z0-9_]");

    private Placeholders() {}

    /** Returns a name that Retrofit and JAX-RS accept. It is never sent, so it may differ from that in the document. */
    static String name(String name) {
        return PLAIN.matcher(name).matches()
                ? name
                : PREFIX
                        + SPECIAL.matcher(name)
                                .replaceAll(special ->
                                        "-%x-".formatted((int) special.group().charAt(0)));
    }

    /** Returns a path with such names. */
    static String template(String path) {
        return PLACEHOLDER
                .matcher(path)
                .replaceAll(placeholder -> Matcher.quoteReplacement("{" + name(placeholder.group(1)) + "}"));
    }
}
