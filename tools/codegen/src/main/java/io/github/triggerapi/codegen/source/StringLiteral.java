package io.github.triggerapi.codegen.source;

import java.util.List;

/**
 * A Java string literal.
 *
 * @param value the string that the literal stands for
 */
public record StringLiteral(String value) implements JavaCode {

    /** Returns the literals of several strings, separated by commas. */
    public static JavaCode list(List<String> values) {
        return JavaCode.join(", ", values.stream().map(StringLiteral::new).toList());
    }

    /** Returns the literals of several strings as an annotation takes an array. */
    public static JavaCode array(List<String> values) {
        return values.size() == 1 ? list(values) : JavaCode.of("{$}", list(values));
    }

    /** Returns the literal in printable ASCII, quotes included. */
    @Override
    public String source() {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append(String.format("\\u%04x", (int) c));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
