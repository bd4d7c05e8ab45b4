package io.github.triggerapi.codegen.source;

import java.util.List;
import java.util.stream.Collectors;

/** A part of Java code: a name, a literal, or what a pattern makes of other parts. */
public sealed interface JavaCode extends Source permits Name, StringLiteral, JavaFragment {

    /** No code. */
    JavaCode NONE = of("");

    /**
     * Returns code with a part in place of each {@code $} of the pattern.
     *
     * @param pattern a string literal, never text of a document
     */
    static JavaCode of(String pattern, JavaCode... parts) {
        return new JavaFragment(Placeholders.replace(pattern, parts));
    }

    /**
     * Returns the parts one after the other.
     *
     * @param separator a string literal, never text of a document
     */
    static JavaCode join(String separator, List<? extends JavaCode> parts) {
        return new JavaFragment(parts.stream().map(Source::source).collect(Collectors.joining(separator)));
    }

    /** Returns a literal of type int, or of type long where int is too small. */
    static JavaCode number(long number) {
        return new JavaFragment(number == (int) number ? Long.toString(number) : number + "L");
    }

    /** Returns a literal of type long. */
    static JavaCode longNumber(long number) {
        return new JavaFragment(number + "L");
    }
}
