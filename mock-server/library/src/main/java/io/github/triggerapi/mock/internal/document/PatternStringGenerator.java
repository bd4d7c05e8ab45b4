package io.github.triggerapi.mock.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Generates strings that match a regular expression. Look-around and back references are not supported. */
final class PatternStringGenerator {
    private static final String VISIBLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@ ";
    private static final int UNBOUNDED = -1;
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 200;

    private final String pattern;
    private final int repeats;
    private final int variant;
    private int at;
    private int depth;

    private PatternStringGenerator(String pattern, int repeats, int variant) {
        this.pattern = pattern;
        this.repeats = repeats;
        this.variant = variant;
    }

    /**
     * Returns a string that matches, or null if none was found.
     *
     * @param minLength the minimum length of the string
     * @param variant another number gives another string, where the pattern allows that
     */
    static @Nullable String generate(String pattern, int minLength, int variant) {
        for (int repeats : new int[] {0, 1, minLength}) {
            try {
                String string = new PatternStringGenerator(pattern, repeats, variant).alternatives();
                if (string.length() >= minLength && BoundedPattern.matches(Pattern.compile(pattern), string)) {
                    return string;
                }
            } catch (PatternSyntaxException | StringIndexOutOfBoundsException | NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    private boolean more() {
        return at < pattern.length();
    }

    private String alternatives() {
        if (++depth > MAX_DEPTH) {
            throw new PatternSyntaxException("too many nested groups", pattern, at);
        }
        String first = sequence();
        while (more() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        depth--;
        return first;
    }

    private String sequence() {
        StringBuilder string = new StringBuilder();
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String one = atom();
            int times = times();
            if (string.length() + (long) one.length() * times > MAX_LENGTH) {
                throw new PatternSyntaxException("too long", pattern, at);
            }
            string.append(one.repeat(times));
        }
        return string.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        switch (c) {
            case '^', '$':
                return "";
            case '(':
                skipGroupKind();
                String group = alternatives();
                at++;
                return group;
            case '[':
                return oneOf(set());
            case '\\':
                return escaped(pattern.charAt(at++));
            case '.':
                return "a";
            default:
                return String.valueOf(c);
        }
    }

    private void skipGroupKind() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?<", at) && Character.isLetter(pattern.charAt(at + 2))) {
            at = pattern.indexOf('>', at) + 1;
        } else if (pattern.startsWith("?", at)) {
            throw new PatternSyntaxException("not a group that matches characters", pattern, at);
        }
    }

    /** Parses a quantifier, and returns the number of repetitions. */
    private int times() {
        if (!more()) {
            return 1;
        }
        int least = 1;
        int most = 1;
        switch (pattern.charAt(at)) {
            case '*', '?' -> {
                least = 0;
                most = pattern.charAt(at) == '?' ? 1 : UNBOUNDED;
                at++;
            }
            case '+' -> {
                most = UNBOUNDED;
                at++;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? least : bounds[1].isEmpty() ? UNBOUNDED : Integer.parseInt(bounds[1]);
                at = end + 1;
            }
            default -> {
                return 1;
            }
        }
        if (more() && pattern.charAt(at) == '?') {
            at++;
        }
        int wanted = Math.max(least, repeats);
        return most == UNBOUNDED ? wanted : Math.min(wanted, most);
    }

    private String escaped(char c) {
        return switch (c) {
            case 'd' -> String.valueOf((char) ('0' + variant % 10));
            case 'w' -> String.valueOf((char) ('a' + variant % 26));
            case 's' -> " ";
            case 'D', 'S' -> "a";
            case 'W' -> "-";
            case 'b', 'B' -> "";
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> String.valueOf(c);
        };
    }

    private Pattern set() {
        int start = at - 1;
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        // These have a meaning in a character class of Java, but none in one of JavaScript.
        return Pattern.compile(
                pattern.substring(start, at).replace("&&", "&").replaceAll("(?<!^)(?<!\\\\)\\[", "\\\\["));
    }

    private String oneOf(Pattern set) {
        List<String> matching = new ArrayList<>();
        VISIBLE.chars()
                .mapToObj(Character::toString)
                .filter(one -> set.matcher(one).matches())
                .forEach(matching::add);
        if (matching.isEmpty()) {
            for (char c = 1; c < 0x3000; c++) {
                if (set.matcher(String.valueOf(c)).matches()) {
                    return String.valueOf(c);
                }
            }
            return "";
        }
        return matching.get(variant % matching.size());
    }
}
