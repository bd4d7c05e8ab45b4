package io.github.triggerapi.codegen.source;

import java.util.List;
import java.util.stream.Collectors;

/** Java code: a name, a literal, or a pattern with other code in it. */
public sealed interface JavaCode extends SafeSource permits Name, StringLiteral, ComposedJavaCode {

    /** No code. */
    JavaCode NONE = of("");

    /**
     * Returns a pattern with each {@code $} replaced by the part at its position.
     *
     * @param pattern a string literal, never text of a document
     */
    static JavaCode of(String pattern, JavaCode... parts) {
        return new ComposedJavaCode(Placeholders.replace(pattern, parts));
    }

    /**
     * Returns the parts, separated by the separator.
     *
     * @param separator a string literal, never text of a document
     */
    static JavaCode join(String separator, List<? extends JavaCode> parts) {
        return new ComposedJavaCode(parts.stream().map(SafeSource::source).collect(Collectors.joining(separator)));
    }

    /** Returns a literal of type int, or of type long if an int cannot hold it. */
    static JavaCode number(long number) {
        return new ComposedJavaCode(number == (int) number ? Long.toString(number) : number + "L");
    }

    /** Returns a literal of type long. */
    static JavaCode longNumber(long number) {
        return new ComposedJavaCode(number + "L");
    }
}
