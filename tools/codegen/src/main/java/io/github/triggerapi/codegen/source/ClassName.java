package io.github.triggerapi.codegen.source;

import io.github.triggerapi.openapi.VisibleText;
import java.util.regex.Pattern;

/**
 * The binary name of a class, as in {@code com.example.Outer$Inner}, for resource files.
 *
 * @param source the name
 */
public record ClassName(String source) implements SafeSource, Comparable<ClassName> {

    private static final Pattern BINARY_NAME = Pattern.compile(Name.WORD + "(?:[.$]" + Name.WORD + ")*");

    /** Rejects strings that are not names. */
    public ClassName {
        if (!BINARY_NAME.matcher(source).matches() || !VisibleText.of(source).equals(source)) {
            throw new IllegalArgumentException("Not the name of a class: " + VisibleText.of(source));
        }
    }

    @Override
    public int compareTo(ClassName other) {
        return source.compareTo(other.source);
    }
}
