package io.github.triggerapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.SchemaKeyword.Subschemas;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaKeywordTest {

    /** The keywords that Swagger Parser knows. */
    private static final class Swagger extends OpenAPIDeserializer {

        static Set<String> schemaKeywords() {
            Set<String> keywords = new TreeSet<>(SCHEMA_KEYS);
            keywords.addAll(SCHEMA_KEYS_31);
            return keywords;
        }

        static Set<String> pathItemKeywords() {
            return PATHITEM_KEYS_31;
        }
    }

    private static final Set<String> NAMES =
            Arrays.stream(SchemaKeyword.values()).map(SchemaKeyword::keyword).collect(Collectors.toSet());

    @Test
    void hasEachKeywordOfJsonSchema() throws IOException {
        Map<String, JsonNode> vocabulary = vocabulary();

        assertThat(vocabulary).hasSizeGreaterThan(50);
        assertThat(NAMES).containsAll(vocabulary.keySet());
    }

    @Test
    void hasEachKeywordOfOpenApi() {
        assertThat(Swagger.schemaKeywords())
                .contains("nullable", "discriminator")
                .hasSizeGreaterThan(60);
        assertThat(NAMES).containsAll(Swagger.schemaKeywords());
    }

    @Test
    void hasNoOtherKeywords() throws IOException {
        Set<String> others = new TreeSet<>(NAMES);
        others.removeAll(vocabulary().keySet());
        others.removeAll(Swagger.schemaKeywords());

        assertThat(others).containsExactly("definitions", "summary");
    }

    /** The meta-schema says with {@code $dynamicRef: '#meta'} where schemas are. */
    @Test
    void subschemasAreWhereTheMetaSchemaHasThem() throws IOException {
        vocabulary()
                .forEach((name, schema) -> assertThat(SchemaKeyword.of(name))
                        .get()
                        .as(name)
                        .extracting(SchemaKeyword::subschemas)
                        .isEqualTo(subschemas(schema)));
    }

    private static Subschemas subschemas(JsonNode schema) {
        if (schema.has("$dynamicRef")) {
            return Subschemas.ONE;
        }
        if (schema.path("$ref").asText().endsWith("/schemaArray")) {
            return Subschemas.LIST;
        }
        return schema.path("additionalProperties").has("$dynamicRef") ? Subschemas.MAP : Subschemas.NONE;
    }

    /** Returns the keywords of all vocabularies of JSON Schema 2020-12, with what the meta-schema says of them. */
    private static Map<String, JsonNode> vocabulary() throws IOException {
        try (InputStream resource = SchemaKeywordTest.class.getResourceAsStream("/draft2020-12.json")) {
            JsonNode metaSchema = DocumentReader.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, JsonNode> vocabulary = new TreeMap<>();
            metaSchema
                    .path("$defs")
                    .forEach(part -> part.path("properties")
                            .properties()
                            .forEach(keyword -> vocabulary.put(keyword.getKey(), keyword.getValue())));
            return vocabulary;
        }
    }

    @Test
    void boundsApplyToTypes() {
        assertThat(SchemaKeyword.values())
                .allSatisfy(keyword -> assertThat(keyword.types().isEmpty())
                        .as(keyword.keyword())
                        .isEqualTo(keyword.bound().isEmpty()));
        assertThat(SchemaKeyword.boundsOf("array"))
                .contains(SchemaKeyword.MIN_ITEMS, SchemaKeyword.UNIQUE_ITEMS)
                .doesNotContain(SchemaKeyword.MIN_LENGTH);
        assertThat(SchemaKeyword.boundsOf("boolean")).isEmpty();
    }

    @Test
    void typesDependOnTheFirstKeywords() {
        assertThat(SchemaKeyword.values()[0]).isEqualTo(SchemaKeyword.TYPE);
        assertThat(SchemaKeyword.values())
                .filteredOn(SchemaKeyword::affectsType)
                .hasSize(13)
                .contains(SchemaKeyword.FORMAT);
        assertThat(SchemaKeyword.MAX_LENGTH.affectsType()).isFalse();
    }

    @Test
    void unknownKeywordsMayRestrictValues() {
        assertThat(SchemaKeyword.isProse("x-anything")).isTrue();
        assertThat(SchemaKeyword.isProse("default")).isFalse();
        assertThat(SchemaKeyword.isUnrestrictive("default")).isTrue();
        assertThat(SchemaKeyword.isUnrestrictive("unknown")).isFalse();
        assertThat(SchemaKeyword.isSupported("minLength")).isTrue();
        assertThat(SchemaKeyword.isSupported("not")).isFalse();
        assertThat(SchemaKeyword.isSupported("unknown")).isFalse();
    }

    @Test
    void methodsAreThoseOfPathItems() {
        assertThat(Swagger.pathItemKeywords()).containsAll(HttpMethods.ALL);
        assertThat(HttpMethods.ALL).hasSize(8).doesNotHaveDuplicates();
    }
}
