package io.github.triggerapi.codegen.source;

import io.github.triggerapi.openapi.VisibleText;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * A Java identifier of letters, marks, digits and underscores, all visible. It can stand in code and in comments.
 *
 * @param source the identifier
 */
public record Name(String source) implements JavaCode, CommentText, Comparable<Name> {

    static final String WORD = "[\\p{L}_][\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}_]*";

    private static final Pattern IDENTIFIER = Pattern.compile(WORD);

    /** Rejects strings that are not identifiers or are keywords. */
    public Name {
        boolean valid = IDENTIFIER.matcher(source).matches() && SourceVersion.isIdentifier(source);
        if (!valid || SourceVersion.isKeyword(source) || !VisibleText.of(source).equals(source)) {
            throw new IllegalArgumentException("Not a Java identifier: " + VisibleText.of(source));
        }
    }

    @Override
    public int compareTo(Name other) {
        return source.compareTo(other.source);
    }
}
