package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locations and messages of findings. */
class SchemaCheckTest {

    private static final String SCHEMA = "#/components/schemas/A";

    private final Findings findings = new Findings(GeneratedArtifact.CLIENT);

    private static SwaggerSpec spec(String version, String schema) {
        return SwaggerSpec.parse("""
                openapi: %s
                info: {title: A, version: "1"}
                paths: {}
                components: {schemas: {A: %s}}
                """.formatted(version, schema));
    }

    private List<String> pointers() {
        return findings.all().stream()
                .flatMap(finding -> finding.pointers().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"3.0.3, true", "3.1.0, false"})
    void exclusiveBoundHasTwoKeywordsInOpenApi30(String version, boolean both) {
        SchemaCheck check = new SchemaCheck(spec(version, "{type: number}"), findings);

        check.bounds(Map.of("exclusiveMinimum", "1"), Map.of(), Kind.NUMBER, Location.of("A", SCHEMA));

        assertThat(pointers()).contains(SCHEMA + "/exclusiveMinimum");
        assertThat(pointers().contains(SCHEMA + "/minimum")).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: integer, format: int64}                                  | INTEGER
            {type: integer, format: uint64}                                 | NUMBER
            {allOf: [{type: string}], required: [a]}                        | STRING
            {type: object, properties: {k: {}}}, B: {allOf: [{$ref: '#/components/schemas/A'}]} | OBJECT
            {type: object, properties: {k: {}}, discriminator: {propertyName: k}} | OBJECT
            {type: object, properties: {k: {}}, discriminator: {propertyName: k}}, B: {allOf: [{$ref: '#/components/schemas/A'}]} | UNION
            """)
    void kindsOfSchemas(String schema, Kind kind) {
        SwaggerSpec spec = spec("3.1.0", schema);

        assertThat(spec.kinds().of(spec.references().schemas().get("A"))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {allOf: [{$ref: '#/components/schemas/B'}]}                | B
            {allOf: [{$ref: '#/components/schemas/B'}], required: [b]} | A
            """)
    void objectThatRequiresMoreHasItsOwnClass(String schema, String name) {
        SwaggerSpec spec = spec("3.1.0", schema + ", B: {type: object, properties: {b: {}}}");

        assertThat(spec.kinds().effective(spec.references().schemas().get("A")))
                .isSameAs(spec.references().schemas().get(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {enum: [a, 1]}                                                         | ANY        | enum
            {type: 'null'}                                                         | ANY        | type
            {type: object, const: {a: 1}}                                          | ANY_OBJECT | const
            {type: object, additionalProperties: false, patternProperties: {a: {}}} | ANY_OBJECT | additionalProperties
            """)
    void keywordsOfAnyJsonAreNotExpressed(String schema, Kind kind, String keyword) {
        SwaggerSpec spec = spec("3.1.0", schema);
        Class<?> type = kind == Kind.ANY ? GeneratedArtifact.CLIENT.any() : GeneratedArtifact.CLIENT.anyObject();

        new SchemaCheck(spec, findings)
                .compare(spec.references().schemas().get("A"), UnannotatedType.of(type), Location.of("A", SCHEMA));

        assertThat(findings.all()).isEmpty();
        assertThat(findings.notExpressed().contains(SCHEMA + "/" + keyword)).isTrue();
    }

    /** A part of an object may be another object with a class of its own. */
    @Test
    void keywordThatIsExpressedElsewhereIsExpressed() {
        NotExpressed parts = findings.notExpressed();
        parts.keywords().add(SCHEMA + "/minProperties");
        assertThat(parts.contains(SCHEMA + "/minProperties")).isTrue();

        parts.expressed().add(SCHEMA + "/minProperties");

        assertThat(parts.contains(SCHEMA + "/minProperties")).isFalse();
    }

    @Test
    void subtypeHasItsOwnClass() {
        SwaggerSpec spec = spec(
                "3.1.0",
                "{type: object, properties: {k: {}}, discriminator: {propertyName: k}},"
                        + " B: {allOf: [{$ref: '#/components/schemas/A'}]}");
        Schema<?> subtype = spec.references().schemas().get("B");

        assertThat(spec.kinds().effective(subtype)).isSameAs(subtype);
        assertThat(SchemaKinds.properties(spec.kinds().parts(subtype))).containsOnlyKeys("k");
    }

    sealed interface Union permits TextValue, UnknownValue {}

    record TextValue(String value) implements Union {}

    record UnknownValue(String value) implements Union {}

    @Test
    void reportsTypeOfAVariantThatTheDocumentLacks() {
        SwaggerSpec spec = spec("3.1.0", "{oneOf: [{type: boolean}, {type: number}]}");
        SchemaCheck check = new SchemaCheck(spec, findings);

        new UnionCheck(check, spec.kinds(), new JavaTypes(GeneratedArtifact.CLIENT))
                .compare(spec.references().schemas().get("A"), Union.class, Location.of("A", SCHEMA));

        assertThat(findings.all())
                .anySatisfy(finding ->
                        assertThat(finding.message()).isEqualTo("the document has no variant for TextValue of String"));
        assertThat(pointers()).contains(SCHEMA + "/oneOf/0", SCHEMA + "/oneOf/1");
    }

    @Test
    void variantsOfTheSameTypeShareARecord() {
        SwaggerSpec spec = spec("3.1.0", "{oneOf: [{type: string}, {type: string, maxLength: 3}]}");
        SchemaCheck check = new SchemaCheck(spec, findings);

        new UnionCheck(check, spec.kinds(), new JavaTypes(GeneratedArtifact.CLIENT))
                .compare(spec.references().schemas().get("A"), Union.class, Location.of("A", SCHEMA));

        assertThat(findings.all()).isEmpty();
        assertThat(findings.notExpressed().contains(SCHEMA + "/oneOf/1/maxLength"))
                .isTrue();
        assertThat(findings.notExpressed().contains(SCHEMA + "/oneOf/1/type")).isFalse();
        assertThat(findings.notExpressed().contains(SCHEMA + "/oneOf/0/maxLength"))
                .isFalse();
    }
}
