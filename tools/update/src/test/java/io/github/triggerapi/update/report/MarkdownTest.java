package io.github.triggerapi.update.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                SampleReport.HOSTILE,
                "a",
                "`",
                "``` a",
                "\\`",
                "a ``b`` c",
                "<script>alert(1)</script>",
                "[a]: https://evil.example",
                "[x](javascript:alert) ![y][z]",
                "a @b/c owner/repo#1 https://evil.example http://www.evil.example",
                "&#64;octocat &lt;b&gt;",
                "$x$ $$y$$",
                "*a **b** _c_ __d__"
            })
    void stringIsShownLiterally(String text) {
        String shown = "It says: " + Markdown.text(text);

        RenderedReport.assertPlain(shown);
        assertThat(RenderedReport.markdown(shown)).isEqualTo("It says: " + text);
        assertThat(RenderedReport.markdown("It is " + Markdown.code(text) + "."))
                .isEqualTo("It is " + text + ".");
    }

    @Test
    void ordinaryWordsAreUnchanged() {
        assertThat(Markdown.text("optional property max_items (2024-04), 1.5: more - or less!"))
                .isEqualTo("optional property max_items (2024-04), 1.5: more - or less!");
        assertThat(Markdown.code("#/components/schemas/TTL")).isEqualTo("`#/components/schemas/TTL`");
    }

    @Test
    void codeBlockKeepsFencesInContent() {
        assertThat(Markdown.block("a\n```` b\n")).isEqualTo("`````markdown\na\n```` b\n`````\n");
    }
}
