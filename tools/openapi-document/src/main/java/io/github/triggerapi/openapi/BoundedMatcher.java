package io.github.triggerapi.openapi;

import java.util.regex.Pattern;

/**
 * Finds patterns in strings with a limit, as a pattern may take years to match. The limit is a number of characters read,
 * not a time, so that all machines come to the same result. Not safe for use by several threads.
 */
public final class BoundedMatcher {

    private final long most;
    private long left;

    /**
     * Creates a matcher.
     *
     * @param most the number of characters that may be read for a string; a character that is read again counts again
     * @param total the number for all strings
     */
    public BoundedMatcher(long most, long total) {
        this.most = most;
        this.left = total;
    }

    /** Thrown if a pattern takes too long or recurses too deep. */
    public static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private GivenUpException(Pattern pattern) {
            super("the pattern " + pattern + " takes too long", null, false, false);
        }
    }

    /**
     * Returns whether a part of a string matches a pattern.
     *
     * @throws GivenUpException if the limit is reached
     */
    public boolean find(Pattern pattern, String text) {
        Counted counted = new Counted(pattern, text, Math.min(most, left));
        try {
            return pattern.matcher(counted).find();
        } catch (StackOverflowError e) {
            // Java recurses for each character that a repeated group matches.
            throw new GivenUpException(pattern);
        } finally {
            left -= counted.reads;
        }
    }

    /** Counts the characters that are read. */
    private static final class Counted implements CharSequence {

        private final Pattern pattern;
        private final String text;
        private final long limit;
        private long reads;

        Counted(Pattern pattern, String text, long limit) {
            this.pattern = pattern;
            this.text = text;
            this.limit = limit;
        }

        @Override
        public char charAt(int index) {
            if (reads == limit) {
                throw new GivenUpException(pattern);
            }
            reads++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
