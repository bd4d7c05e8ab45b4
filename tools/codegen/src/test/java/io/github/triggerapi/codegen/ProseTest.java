package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.triggerapi.codegen.render.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProseTest {

    private static final Pattern COMMENT = Pattern.compile("[ ]*/\\*\\*.*?\\*/\\n?", Pattern.DOTALL);

    /** Each part would end a comment, open a tag or be an escape if it were not escaped. */
    private static final String HOSTILE =
            "A */ \\u002a/ {@code a b} {@link Nothing} @param <b> & } { [x](https://a.b/?c=\"d\")"
                    + " `*/` `{` `@Override` `\\u000a` <!-- ``` é ☃ 😀";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void proseChangesCommentsOnly(Target target) throws IOException {
        Map<String, String> plain = code(document("Words"), target, "plain");

        assertThat(code(document(HOSTILE + String.join(" ", HostileText.ALL)), target, "hostile"))
                .isEqualTo(plain);
        assertThat(code(document("* one\n* two\n\n```\ncode { */\n"), target, "list"))
                .isEqualTo(plain);
        assertThat(code(document(""), target, "none")).isEqualTo(plain);
    }

    /** Returns the code, which compiles without warnings of doclint, without comments and the digest of the document. */
    private Map<String, String> code(String document, Target target, String name) throws IOException {
        Path sub = Files.createDirectories(folder.resolve(name));
        Path file = Files.writeString(sub.resolve("api.yaml"), document);
        Map<String, String> code =
                new TreeMap<>(GeneratedCode.of(file, target, sub).sources());
        code.replaceAll((className, source) -> COMMENT.matcher(source)
                .replaceAll("")
                .replaceAll("SHA_256 = \"\\w+\"", "")
                .replaceAll("\\n+", "\n"));
        return code;
    }

    private static String document(String prose) throws JsonProcessingException {
        String text = JSON.writeValueAsString(prose);
        return """
                openapi: 3.1.0
                info: {title: a, version: b}
                servers: [{url: 'https://example.com'}]
                paths:
                  /a/{b}:
                    get:
                      operationId: get_a
                      summary: $
                      description: $
                      parameters:
                        - {in: path, name: b, required: true, description: $, schema: {type: string}}
                        - {in: query, name: c, description: $, schema: {type: string}}
                      responses:
                        '200':
                          description: $
                          content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
                components:
                  schemas:
                    A:
                      description: $
                      type: object
                      properties:
                        a: {description: $, type: string, example: $}
                        b: {description: $, type: string, enum: [x]}
                        c: {description: $, type: [string, integer]}
                        d: {description: $, type: array, items: {description: $, type: string}}
                """.replace("$ref", "REF")
                .replace("$", "PROSE")
                .replace("REF", "$ref")
                .replace("PROSE", text);
    }
}
