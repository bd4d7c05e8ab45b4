package io.github.triggerapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.triggerapi.codegen.reader.ApiReader;
import io.github.triggerapi.codegen.render.Target;
import io.github.triggerapi.openapi.SchemaKeyword;
import io.github.triggerapi.openapi.SchemaKeyword.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each keyword of schemas is expressed in generated code, may be ignored or is noted. */
class SchemaKeywordsTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    /** A schema without and one with the keyword. */
    private record Sample(String without, String with) {}

    private static final Map<SchemaKeyword, Sample> SAMPLES = new EnumMap<>(Map.ofEntries(
            sample(SchemaKeyword.TYPE, "title: a", "type: string"),
            sample(SchemaKeyword.ENUM, "type: string", "type: string, enum: [a, b]"),
            sample(SchemaKeyword.CONST, "type: string", "type: string, const: a"),
            sample(SchemaKeyword.ONE_OF, "title: a", "oneOf: [{type: string}, {type: integer}]"),
            sample(SchemaKeyword.ANY_OF, "title: a", "anyOf: [{type: string}, {type: integer}]"),
            sample(SchemaKeyword.ALL_OF, "title: a", "allOf: [{$ref: '#/components/schemas/Cat'}]"),
            sample(SchemaKeyword.ITEMS, "type: array", "type: array, items: {type: string}"),
            sample(SchemaKeyword.PROPERTIES, "type: object", "type: object, properties: {a: {type: string}}"),
            sample(
                    SchemaKeyword.ADDITIONAL_PROPERTIES,
                    "type: object",
                    "type: object, additionalProperties: {type: string}"),
            sample(SchemaKeyword.NULLABLE, "type: string", "type: string, nullable: true"),
            sample(
                    SchemaKeyword.REQUIRED,
                    "type: object, properties: {a: {type: string}}",
                    "type: object, properties: {a: {type: string}}, required: [a]"),
            sample(SchemaKeyword.REF, "title: a", "$ref: '#/components/schemas/Cat'"),
            sample(
                    SchemaKeyword.DISCRIMINATOR,
                    "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
                    "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],"
                            + " discriminator: {propertyName: pet}")));

    /** Keywords that neither restrict values nor change what a reference refers to. */
    private static final List<String> HARMLESS =
            List.of("$anchor", "$defs", "$dynamicAnchor", "$schema", "$vocabulary", "contentMediaType", "definitions");

    /** The code of all samples, by target and then by class. */
    private static final Map<Target, Map<String, String>> WITHOUT = new EnumMap<>(Target.class);

    private static final Map<Target, Map<String, String>> WITH = new EnumMap<>(Target.class);

    @TempDir
    private Path folder;

    @BeforeAll
    static void generate(@TempDir Path folder) throws IOException {
        for (Target target : Target.values()) {
            WITHOUT.put(target, code(Sample::without, target, folder.resolve(target + "-without")));
            WITH.put(target, code(Sample::with, target, folder.resolve(target + "-with")));
        }
    }

    private static Map.Entry<SchemaKeyword, Sample> sample(SchemaKeyword keyword, String without, String with) {
        return Map.entry(keyword, new Sample(without, with));
    }

    private static Stream<SchemaKeyword> of(Role role) {
        return Arrays.stream(SchemaKeyword.values()).filter(keyword -> keyword.role() == role);
    }

    static Stream<SchemaKeyword> expressed() {
        return of(Role.ASSERTION);
    }

    static Stream<SchemaKeyword> ignored() {
        return Stream.of(Role.ANNOTATION, Role.PROSE).flatMap(SchemaKeywordsTest::of);
    }

    static Stream<SchemaKeyword> unsupported() {
        return of(Role.UNSUPPORTED).filter(keyword -> !HARMLESS.contains(keyword.keyword()));
    }

    @ParameterizedTest
    @MethodSource("expressed")
    void assertionsChangeTheCode(SchemaKeyword keyword) {
        assertThat(samples(keyword)).as("the samples of this test").isNotEmpty();
        samples(keyword).forEach((name, sample) -> {
            for (Target target : Target.values()) {
                assertThat(classes(WITH.get(target), name))
                        .as("%s: %s", target, sample)
                        .isNotEqualTo(classes(WITHOUT.get(target), name));
            }
        });
    }

    private static Map<String, String> classes(Map<String, String> code, String name) {
        Map<String, String> classes = new TreeMap<>(code);
        classes.keySet().removeIf(className -> !className.startsWith(name));
        assertThat(classes).isNotEmpty();
        return classes;
    }

    /** The samples by the name of the schema that has them. */
    private static Map<String, Sample> samples(SchemaKeyword keyword) {
        String name = "Keyword%02d".formatted(keyword.ordinal());
        Map<String, Sample> samples = new TreeMap<>();
        keyword.types().forEach(type -> samples.put(name + type, boundSample(keyword, type)));
        Optional.ofNullable(SAMPLES.get(keyword)).ifPresent(sample -> samples.put(name, sample));
        return samples;
    }

    private static Sample boundSample(SchemaKeyword keyword, String type) {
        String value = switch (keyword.bound().orElseThrow()) {
            case LOWER, UPPER, EXCLUSIVE_LOWER, EXCLUSIVE_UPPER, STEP, LEAST_COUNT, GREATEST_COUNT -> "3";
            case UNIQUE -> "true";
            case PATTERN -> "^a";
            case FORMAT -> type.equals("number") ? "float" : type.equals("integer") ? "int64" : "uuid";
        };
        String schema = "type: " + type + (type.equals("array") ? ", items: {type: string}" : "");
        return new Sample(schema, schema + ", " + keyword.keyword() + ": " + value);
    }

    @ParameterizedTest
    @MethodSource("ignored")
    void annotationsAndProseAreAccepted(SchemaKeyword keyword) throws IOException {
        Path document = document(folder, schema("Sample", "type: string, " + keyword.keyword() + ": true"));

        assertThatCode(() -> ApiReader.read(document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void unsupportedKeywordsAreNotedWithTheirPlace(SchemaKeyword keyword) throws IOException {
        Path document = document(folder, schema("Sample", "type: string, " + keyword.keyword() + ": {}"));
        String place = "#/components/schemas/Sample/properties/value/" + keyword.keyword();
        String note = "the schema keyword " + keyword.keyword() + " is left to the schema check";

        assertThat(ApiReader.read(document).notes()).containsExactly(place + ": " + note);
        assertThat(GeneratedCode.of(document, Target.CLIENT, folder).sources().get("Sample"))
                .contains("public @Nullable String value()", "T" + note.substring(1) + ".");
    }

    @ParameterizedTest
    @FieldSource("HARMLESS")
    void keywordsThatRestrictNothingAreNotNoted(String keyword) throws IOException {
        Path document = document(folder, schema("Sample", "type: string, " + keyword + ": {}"));

        assertThat(ApiReader.read(document).notes()).isEmpty();
    }

    /** Returns the code without comments and the digest of the document. */
    private static Map<String, String> code(Function<Sample, String> part, Target target, Path folder)
            throws IOException {
        StringBuilder schemas = new StringBuilder();
        expressed()
                .flatMap(keyword -> samples(keyword).entrySet().stream())
                .forEach(sample -> schemas.append(schema(sample.getKey(), part.apply(sample.getValue()))));
        Path document = document(Files.createDirectories(folder), schemas.toString());
        Map<String, String> code = new TreeMap<>(
                GeneratedCode.notCompiled(document, target, folder).sources());
        code.replaceAll((className, source) -> COMMENT.matcher(source).replaceAll(""));
        return code;
    }

    private static String schema(String name, String value) {
        return "    %s: {type: object, properties: {value: {%s}}}\n".formatted(name, value);
    }

    private static Path document(Path folder, String schemas) throws IOException {
        return Files.writeString(folder.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: a, version: b}
                servers: [{url: 'https://example.com'}]
                paths: {/a: {get: {operationId: a, responses: {'204': {description: b}}}}}
                components:
                  schemas:
                    Cat: {type: object, required: [pet], properties: {pet: {type: string}, claws: {type: integer}}}
                    Dog: {type: object, required: [pet], properties: {pet: {type: string}, tail: {type: string}}}
                """ + schemas);
    }
}
