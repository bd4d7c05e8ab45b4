package io.github.triggerapi.update;

import java.util.List;

/** Strings that are dangerous in some output unless they are escaped. */
public final class HostileStrings {

    private static final String BACKSLASH = "\\";

    /** Each starts and ends with a visible character, because surrounding whitespace is not kept. */
    public static final List<String> ALL = List.of(
            "*/ int p; /*",
            BACKSLASH + "u002a" + BACKSLASH + "u002f",
            "\" + p + \"",
            BACKSLASH,
            "a\rb",
            "a\nb",
            "a\r\n\r\n# b\n- c\n\n    d",
            "a\u2028b\u2029c\u0085d",
            "a\u0000b",
            "a\u202Eb\u2066c\u200Fd\u061Ce",
            "a\u200Bb\uFEFFc\u00ADd\u2060e",
            "a\uDB40\uDC41b\u3164c",
            "a\uD800b",
            "a\uFFFEb",
            "a\u001B[2J\u001B]0;b\u0007c\u009B31m",
            "{{summary}} {{{summary}}} {{#code}} {{/report}} {{!}}",
            "${p} #{p} $1 $0 " + BACKSLASH + "1",
            "{@code p} {@link p}",
            "<script>p()</script><img src=x onerror=p()>",
            "</code></pre></li></ul></section></main></body></html>",
            "<!-- p",
            "]]> <![CDATA[ <?p ?> <!DOCTYPE p>",
            "&lt; &#64; &p;",
            "' onmouseover='p()' \" onmouseover=\"p()",
            "%s %n %1$s %%",
            "[p](https://evil.example) ![p](https://evil.example/p.png) <https://evil.example>",
            "[p]: https://evil.example",
            "https://evil.example www.evil.example p@evil.example",
            "@octocat #123 GH-123 octocat/p#123",
            "```\np\n``` ~~~ ` `` ```",
            "| p | q |\n|---|---|\n| r | s |",
            "# p",
            "> p",
            "- [ ] p",
            "1. p",
            "p\n===",
            "---",
            "*p* _p_ ~~p~~ **p**",
            "::add-mask::p",
            "a\n::set-output name=p::q",
            "##[add-mask]p",
            "p=q\nr=s",
            "p: q # r",
            "!p =1+1 @SUM(p)");

    private HostileStrings() {}

    /** Returns whether a character is invisible or a control character other than a line feed. */
    public static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n';
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> character == 0x3164;
        };
    }
}
