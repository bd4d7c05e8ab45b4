package io.github.triggerapi.mock.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Writes a text that a regular expression matches, for the usual ones: no look-around, no back reference. */
final class PatternText {
    private static final String VISIBLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@ ";
    private static final int ENDLESS = -1;
    private static final int MAX_LENGTH = 10_000;

    private final String pattern;
    private final int repeats;
    private final int variant;
    private int at;

    private PatternText(String pattern, int repeats, int variant) {
        this.pattern = pattern;
        this.repeats = repeats;
        this.variant = variant;
    }

    /**
     * A text that matches, null where none was found.
     *
     * @param length how long it should be at least
     */
    static @Nullable String of(String pattern, int length, int variant) {
        for (int repeats : new int[] {0, 1, length}) {
            try {
                String text = new PatternText(pattern, repeats, variant).alternatives();
                if (text.length() >= length
                        && Pattern.compile(pattern).matcher(text).find()) {
                    return text;
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
        String first = sequence();
        while (more() && pattern.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String one = atom();
            int times = times();
            if ((long) one.length() * times > MAX_LENGTH) {
                throw new PatternSyntaxException("too long", pattern, at);
            }
            text.append(one.repeat(times));
        }
        return text.toString();
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
            throw new PatternSyntaxException("no group that takes a text", pattern, at);
        }
    }

    /** Reads how often what came before is to stand. */
    private int times() {
        if (!more()) {
            return 1;
        }
        int least = 1;
        int most = 1;
        switch (pattern.charAt(at)) {
            case '*', '?' -> {
                least = 0;
                most = pattern.charAt(at) == '?' ? 1 : ENDLESS;
                at++;
            }
            case '+' -> {
                most = ENDLESS;
                at++;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? least : bounds[1].isEmpty() ? ENDLESS : Integer.parseInt(bounds[1]);
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
        return most == ENDLESS ? wanted : Math.min(wanted, most);
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
        // Inside a set these mean nothing to JavaScript, yet something to Java.
        return Pattern.compile(
                pattern.substring(start, at).replace("&&", "&").replaceAll("(?<!^)(?<!\\\\)\\[", "\\\\["));
    }

    private String oneOf(Pattern set) {
        List<String> fitting = new ArrayList<>();
        VISIBLE.chars()
                .mapToObj(Character::toString)
                .filter(one -> set.matcher(one).matches())
                .forEach(fitting::add);
        if (fitting.isEmpty()) {
            for (char c = 1; c < 0x3000; c++) {
                if (set.matcher(String.valueOf(c)).matches()) {
                    return String.valueOf(c);
                }
            }
            return "";
        }
        return fitting.get(variant % fitting.size());
    }
}
