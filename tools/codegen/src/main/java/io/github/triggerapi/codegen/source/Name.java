package io.github.triggerapi.codegen.source;

import io.github.triggerapi.openapi.VisibleText;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A Java identifier of ASCII letters, digits and underscores. It can stand in code and in comments.
 *
 * @param source the identifier
 */
public record Name(String source) implements JavaCode, CommentText, Comparable<Name> {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Rejects strings that are not identifiers or are keywords. */
    public Name {
        if (!IDENTIFIER.matcher(source).matches() || SourceVersion.isKeyword(source)) {
            throw new IllegalArgumentException("Not a Java identifier: " + VisibleText.of(source));
        }
    }

    @Override
    public int compareTo(Name other) {
        return source.compareTo(other.source);
    }
}
