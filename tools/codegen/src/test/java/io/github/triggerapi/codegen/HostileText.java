package io.github.triggerapi.codegen;

import java.util.List;

/** Strings that are syntax of Java, Javadoc, templates, HTML, JSON, R8 or terminals. */
final class HostileText {

    static final List<String> ALL = List.of(
            "*/",
            "/*",
            "//",
            "\\u002a\\u002f",
            "*\\u002f",
            "\\\\u002a/",
            "\\u000a",
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\r",
            "\n",
            "\t",
            "\u0000",
            "\u001A",
            "\u001B[2J",
            "\u0085",
            "\u2028",
            "\u202E",
            "\u2066",
            "\u200B",
            "\uFEFF",
            "\uDB40\uDC41",
            "\uD800",
            "{{tag}}",
            "${x}",
            "{@",
            "}",
            "$",
            "%s",
            "<script>alert(1)</script>",
            "&#42;/",
            "`*/`",
            "@Deprecated",
            ";}",
            "class",
            "2nd",
            " ",
            "x\n-keep class ** { *; }",
            "x*//**p*/boolean P=f(\"a\");/*");

    private HostileText() {}
}
