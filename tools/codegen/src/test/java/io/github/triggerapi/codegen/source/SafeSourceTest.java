package io.github.triggerapi.codegen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "2nd", "class", "_", "a.b", "a/**/", "a\u115Fb", "a\u202Eb", "a;", "true"})
    void nameRejectsInvalidIdentifiers(String text) {
        assertThatThrownBy(() -> new Name(text)).hasMessageStartingWith("Not a Java identifier: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.2nd", "a..b", "a\"", "a{", "a\n-keep class b", "a$", "a\u115Fb"})
    void classNameRejectsSyntaxOfJsonAndRules(String text) {
        assertThatThrownBy(() -> new ClassName(text)).hasMessageStartingWith("Not the name of a class: ");
    }

    @Test
    void stringLiteralIsPrintableAscii() {
        assertThat(new StringLiteral("a\"b\\c\nd\re\tf").source()).isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\"");
        assertThat(new StringLiteral("\\u0022\\é\u0000\u2028\u202E\uD800").source())
                .isEqualTo("\"\\\\u0022\\\\\\u00e9\\u0000\\u2028\\u202e\\ud800\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a */ b            | a *&#47; b",
                "\\u002a\\u002f    | &#92;u002a&#92;u002f",
                "*\\u002f          | *&#92;u002f",
                "\\\\u002a         | \\&#92;u002a",
                "\\n               | \\n",
                "{@link A} <b> &   | &#123;&#64;link A&#125; &lt;b&gt; &amp;"
            })
    void escapesTextInComments(String text, String html) {
        assertThat(CommentText.text(text).source()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a {b} c           | {@code a {b} c}",
                "*/                | <code>*&#47;</code>",
                "\\u002a           | <code>&#92;u002a</code>",
                "a}                | <code>a&#125;</code>",
                "@Override         | <code>&#64;Override</code>",
                "\\d               | {@code \\d}"
            })
    void escapesCodeInComments(String text, String html) {
        assertThat(CommentText.code(text).source()).isEqualTo(html);
    }

    @Test
    void escapesEndsOfCommentsThatPartsForm() {
        CommentText star = CommentText.text("*");
        CommentText slash = CommentText.text("/");

        assertThat(CommentText.of("$$", star, slash).source()).isEqualTo("*&#47;");
        assertThat(CommentText.join("", List.of(CommentText.text("\\"), CommentText.text("u002a")))
                        .source())
                .isEqualTo("&#92;u002a");
    }

    @Test
    void rendersOnlyAddressesAsLinks() {
        assertThat(CommentText.markdown("[a*/](https://b.c/?d=\"e\")").source())
                .isEqualTo("[a*&#47;](https://b.c/?d=\"e\")");
        assertThat(CommentText.markdown("[a*/](https://b.c/?d=1&e)").source())
                .isEqualTo("<a href=\"https://b.c/?d=1&amp;e\">a*&#47;</a>");
        assertThat(CommentText.markdown("[a](javascript:b)").source()).isEqualTo("[a](javascript:b)");
        assertThat(CommentText.markdown("[a [b](https://c)").source()).isEqualTo("[a <a href=\"https://c\">b</a>");
        assertThat(CommentText.markdown("[a](https://b/(c))").source()).isEqualTo("[a](https://b/(c))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a](http://", "`"})
    void rendersLongTextInLinearTime(String part) {
        String text = part.repeat(1_000_000 / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(CommentText.markdown(text).source()).isNotEmpty();
            assertThat(Javadoc.indented(0).markdown(text).source()).isNotEmpty();
        });
    }

    @Test
    void showsInvisibleCharactersInComments() {
        String text = "a\u202Eb\u2066\u200B\u0000";

        assertThat(CommentText.text(text).source()).isEqualTo("a[U+202E]b[U+2066][U+200B][U+0000]");
        assertThat(CommentText.code(text).source()).isEqualTo("{@code a[U+202E]b[U+2066][U+200B][U+0000]}");
        assertThat(Javadoc.indented(0).markdown("```\n\ta\u202E\n```").source())
                .isEqualTo("/**\n * <pre>\n *     a[U+202E]\n * </pre>\n */\n");
    }

    @Test
    void patternNeedsAPlaceholderForEachPart() {
        assertThat(JavaCode.of("a($, $)", new Name("b"), JavaCode.number(1L << 31))
                        .source())
                .isEqualTo("a(b, 2147483648L)");
        assertThatThrownBy(() -> JavaCode.of("a", new Name("b"))).hasMessage("1 parts for the pattern a");
    }
}
