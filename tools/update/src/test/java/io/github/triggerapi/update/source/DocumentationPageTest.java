package io.github.triggerapi.update.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests finding a document in a page of Markdown, without any change. */
class DocumentationPageTest {

    private static final String BLOCK = "openapi: 3.1.0 \ninfo:\n\n  title: ä \t\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A\n\n## OpenAPI\n\n```yaml\n%s```\n",
                "## OpenAPI\n```yaml\n%s```",
                "## OpenAPI ##\n\n````yaml v3-openapi POST /api/v1/tasks/{id}\n%s````\n",
                "## OpenAPI\n\n~~~~ YML\n%s~~~~~~\n",
                "OpenAPI\n---\n\n```json\n%s```\n",
                "> ## Index\n> more\n\n## OpenAPI\n\n```bash\ncurl\n```\n\n### Below\n\n```yaml\n%s```\n\n## Next\n\n```yaml\na: b\n```\n",
                "````\n## OpenAPI\n```yaml\na: b\n```\n````\n\n## OpenAPI\n\n```yaml\n%s```\n",
                "---\ntitle: A\nopenapi: post /a\n---\n\n## OpenAPI\n\n```yaml\n%s```\n",
                "Note: not YAML\n\n## OpenAPI\n\n```yaml\n%s```\n"
            })
    void blockBelowHeadingIsDocument(String page) {
        assertThat(document(page.formatted(BLOCK))).isEqualTo(BLOCK);
        assertThat(document("\uFEFF" + page.formatted(BLOCK))).isEqualTo(BLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void lineEndsAreKept(String end) {
        String page = "## OpenAPI\n\n```yaml\n%s```\n\n".formatted(BLOCK).replace("\n", end);

        assertThat(document(page)).isEqualTo(BLOCK.replace("\n", end));
    }

    @Test
    void enclosingBlocksAreIgnored() {
        assertThat(document("## OpenAPI\n\n- a\n\n  ```yaml\n  a:\n    b: c\n\n  ```\n"))
                .isEqualTo("a:\n  b: c\n\n");
        assertThat(document("## OpenAPI\n\n> ```yaml\n> a:\n>   b: c\n> ```\n")).isEqualTo("a:\n  b: c\n");
        assertThat(document("## OpenAPI\n\n  ```yaml\n  a:\n    b: c\n d: e\n  ```\n"))
                .isEqualTo("a:\n  b: c\nd: e\n");
    }

    @Test
    void fencesInsideBlockAreKept() {
        String block = "a: |\n  ```\n  ## OpenAPI\n  ```\n    ````\n~~~~\n";

        assertThat(document("## OpenAPI\n\n````yaml\n" + block + "````\n")).isEqualTo(block);
    }

    @Test
    void vendoredDocumentIsFoundInPage() throws IOException {
        String document = Files.readString(Path.of("..", "..", "spec", "trigger-api.yaml"));

        assertThat(document(document)).isEqualTo(document);
        assertThat(document("# A\n\n## OpenAPI\n\n``````yaml\n" + document + "\n``````\n"))
                .isEqualTo(document + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: 3.1.0\ninfo:\n description: |\n  ## OpenAPI\n  ```yaml\n  a: b\n  ```\n",
                "# ## OpenAPI\n---\nopenapi: 3.1.0\n---\n",
                "\uFEFF'openapi': 3.1.0\n",
                "info: {}\nopenapi: 3.1.0",
                "swagger: '2.0'\n",
                "openapi: 3.1.0\n\tb: c",
                "openapi: 3.1.0\na: \u0007",
                "{\"a\": 1}",
                "[]"
            })
    void documentIsReturnedUnchangedEvenIfInvalid(String document) {
        assertThat(document(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<!DOCTYPE html>\\n<p>a|page: is HTML or XML; expected an OpenAPI document, or a page of documentation in Markdown",
                "# A\\n\\n```yaml\\nopenapi: 3.1.0\\n```|page: is neither an OpenAPI document, which has a member openapi, nor a page with the heading ## OpenAPI; expected one of these",
                "just text|page: is neither an OpenAPI document, which has a member openapi, nor a page with the heading ## OpenAPI; expected one of these",
                "### OpenAPI\\n\\n```yaml\\na: b\\n```|page: is neither an OpenAPI document, which has a member openapi, nor a page with the heading ## OpenAPI; expected one of these",
                "# A\\n\\n## OpenAPI\\n\\n```bash\\na\\n```|page: line 3: below the heading ## OpenAPI there is no fenced block of yaml or json; expected one",
                "## OpenAPI\\n\\n## B\\n\\n```yaml\\na: b\\n```|page: line 1: below the heading ## OpenAPI there is no fenced block of yaml or json; expected one",
                "## OpenAPI\\n\\n```yaml\\na: b\\n```\\n\\n```json\\n{}\\n```|page: line 1: below the heading ## OpenAPI there are 2 fenced blocks of yaml or json, in the lines 3, 7; expected one",
                "## OpenAPI\\n\\n````yaml\\na: b\\n```|page: line 3: the fenced block has no end; expected a complete page"
            })
    void fileWithoutSingleDocumentIsRejected(String text, String message) {
        assertThatExceptionOfType(RejectedRevisionException.class)
                .isThrownBy(() -> document(text.replace("\\n", "\n")))
                .withMessage(message);
    }

    private static String document(String text) {
        return DocumentationPage.document("page", text);
    }
}
