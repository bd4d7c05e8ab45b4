package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.StringLiteral;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private static final String HOSTILE = "*/ boolean p = true; /*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** The operations tagged {@code {{tag}}}. */",
                "{{{tag}}}",
                "{{&tag}}",
                "{{#tag}}{{.}}{{/tag}}",
                "{{#list}}{{.}}{{/list}}",
                "{{#optional}}{{.}}{{/optional}}",
                "{{#names}}{{-index}}{{/names}}",
                "{{number}}",
                "{{flag}}",
                "{{list}}",
                "{{names}}",
                "{{text}}"
            })
    void rejectsValuesThatMayBeTextOfTheDocument(String template) {
        assertThatThrownBy(() -> render(
                        template,
                        Map.of(
                                "tag",
                                HOSTILE,
                                "list",
                                List.of(HOSTILE),
                                "optional",
                                Optional.of(HOSTILE),
                                "names",
                                List.of(new Name("a")),
                                "number",
                                1,
                                "flag",
                                true,
                                "text",
                                new StringBuilder(HOSTILE))))
                .hasStackTraceContaining("A template prints a value of class java.");
    }

    @Test
    void printsSources() {
        Map<String, ?> view = Map.of(
                "name",
                new Name("a"),
                "literal",
                new StringLiteral("\"*/\n"),
                "text",
                CommentText.code(HOSTILE),
                "code",
                JavaCode.of("new $($)", new Name("A"), new StringLiteral("b")));

        assertThat(render("{{name}} {{literal}} {{code}} /** {{text}} */", view))
                .isEqualTo("a \"\\\"*/\\n\" new A(\"b\") /** <code>*&#47; boolean p = true; /*</code> */");
    }

    @Test
    void rendersSectionsOfOptionals() {
        String template = "{{#a}}{{.}}{{/a}}{{^a}}none{{/a}}{{#b}}yes{{/b}}";

        assertThat(render(template, Map.of("a", Optional.of(new Name("some")), "b", true)))
                .isEqualTo("someyes");
        assertThat(render(template, Map.of("a", Optional.empty(), "b", false))).isEqualTo("none");
    }

    private static String render(String template, Map<String, ?> view) {
        return new Templates(name -> new StringReader(template)).render("template", view);
    }
}
