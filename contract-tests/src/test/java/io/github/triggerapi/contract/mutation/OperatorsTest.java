package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.triggerapi.contract.code.SwaggerSpec;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import io.github.triggerapi.openapi.SchemaKeyword;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applies the operators to small documents. */
class OperatorsTest {

    private static final List<Mutant> MUTANTS = SmallDocument.mutants();

    private static final List<Mutant> OLDER = SmallDocument.mutants("older");

    private static final List<Mutant> CHOICES = SmallDocument.mutants("choices");

    private static final List<Mutant> UNIONS = SmallDocument.mutants("unions");

    private static final List<Mutant> RARE = SmallDocument.mutants("rare");

    private static final List<Mutant> PARAMETERS = SmallDocument.mutants("parameters");

    private static List<String> changes(String operator, String pointer) {
        return changes(MUTANTS, operator, pointer);
    }

    private static List<String> changes(List<Mutant> mutants, String operator, String pointer) {
        return mutants.stream()
                .filter(mutant -> mutant.operator().name().equals(operator))
                .filter(mutant -> mutant.change().target().pointer().equals(pointer))
                .map(mutant -> mutant.change().description())
                .toList();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            change a type                          | #/components/schemas/Thing/properties/level/type | type: "integer" becomes "number"
            drop a type of a union                 | #/components/schemas/Thing/properties/ttl/type | type: ["string","number"] becomes ["string"]
            add a type to a union                  | #/components/schemas/Thing/properties/ttl/type | type: ["string","number"] becomes ["string","number","boolean"]
            change, add or remove a format         | #/components/schemas/Id/format | removes format
            change, add or remove a constant       | #/components/schemas/Thing/properties/kind/const | const: "thing" becomes "thing-mutant"
            remove a value of an enum              | #/components/schemas/State/enum | enum: ["on","off"] becomes ["off"]
            rename a value of an enum              | #/components/schemas/State/enum | enum: ["on","off"] becomes ["on","off-mutant"]
            add a value to an enum                 | #/components/schemas/State/enum | enum: ["on","off"] becomes ["on","off","mutant"]
            change a bound                         | #/components/schemas/Id/maxLength | maxLength: 5 becomes 6
            remove a bound                         | #/components/schemas/Thing/properties/level/minimum | removes minimum
            add a bound                            | #/components/schemas/Thing/properties/level/multipleOf | multipleOf: now 3
            add a bound                            | #/paths/~1things~1{id}/put/parameters/0/schema/maxItems | maxItems: now 4711
            rename a property                      | #/components/schemas/Thing/properties | ttl becomes ttlmutant
            remove a property                      | #/components/schemas/Thing/properties | removes ttl
            add a property                         | #/components/schemas/Thing/properties | adds mutant
            make a property required or optional   | #/components/schemas/Thing/required | id is optional
            make a property required or optional   | #/components/schemas/Thing/required | level is required
            change additionalProperties            | #/components/schemas/Thing/additionalProperties | removes additionalProperties
            refuse null                            | #/components/schemas/Thing/properties/level/nullable | removes nullable
            allow null                             | #/components/schemas/Thing/properties/ttl/type | type: ["string","number"] becomes ["string","number","null"]
            change a reference                     | #/components/schemas/Thing/properties/id/$ref | $ref: "#/components/schemas/Id" becomes "#/components/schemas/State"
            allow any items                        | #/paths/~1things~1{id}/put/parameters/0/schema/items | items: {"$ref":"#/components/schemas/State"} becomes {}
            drop a named schema                    | #/components/schemas | removes Id
            rename a named schema                  | #/components/schemas | Alone becomes AloneMutant
            add a named schema                     | #/components/schemas | adds MutantSchema
            change an HTTP method                        | #/paths/~1things~1{id} | put becomes post
            change a path                          | #/paths | /things/{id} becomes /things/{id}/mutant
            drop an operation                      | #/paths/~1things~1{id} | removes get
            add an operation                       | #/paths | adds GET /mutant
            change an operationId                  | #/paths/~1things~1{id}/get/operationId | operationId: "get_thing" becomes "get_thing_mutant"
            change a tag                           | #/paths/~1things~1{id}/get/tags | tags: ["things"] becomes ["thingsMutant"]
            change the security of the document    | #/security | security: [{"key":[]}] becomes []
            change the security of an operation    | #/paths/~1things~1{id}/get/security | security: [] becomes [{"mutantScheme":[]}]
            change a security scheme               | #/components/securitySchemes/key/scheme | scheme: "bearer" becomes "basic"
            drop or rename a security scheme       | #/components/securitySchemes | removes key
            change the first server                | #/servers/0/url | url: "https://example.com" becomes "https://example.com/mutant"
            rename a parameter                     | #/components/parameters/id/name | name: "id" becomes "idMutant"
            move a parameter                       | #/components/parameters/id/in | in: now header
            change a style                         | #/components/parameters/id/style | style: now "matrix"
            change explode                         | #/paths/~1things~1{id}/put/parameters/0/explode | explode: now false
            make a parameter required or optional  | #/paths/~1things~1{id}/put/parameters/0/required | required: true becomes false
            drop a parameter                       | #/paths/~1things~1{id}/parameters | removes path id
            add a parameter                        | #/paths/~1things~1{id}/get/parameters | adds query mutant
            make a body required or optional       | #/paths/~1things~1{id}/put/requestBody/required | required: true becomes false
            drop a body                            | #/paths/~1things~1{id}/put/requestBody | removes requestBody
            change a media type                    | #/paths/~1things~1{id}/put/responses/201/content | application/json becomes text/plain
            add a media type                       | #/paths/~1things~1{id}/put/requestBody/content | adds application/vnd.mutant+json
            drop a response                        | #/paths/~1things~1{id}/put/responses | removes 404
            add a response                         | #/paths/~1things~1{id}/put/responses | adds 418
            change a status                        | #/paths/~1things~1{id}/put/responses | 201 becomes 200
            change prose                           | #/components/parameters/id/description | description: "An id" becomes "mutant"
            remove prose                           | #/components/parameters/id/description | removes description
            add prose                              | #/components/schemas/Thing/title | title: now "mutant"
            reverse keys                           | #/components/schemas/Thing/properties | properties in reverse
            reverse a list                         | #/components/schemas/State/enum | enum: ["on","off"] becomes ["off","on"]
            """)
    void operatorChangesElement(String operator, String pointer, String change) {
        assertThat(changes(operator, pointer)).contains(change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            change explode  | /paths/~1arrays~1{$ids}/get/parameters/1/explode  | explode: false becomes true
            change explode  | /paths/~1objects~1{json}/get/parameters/1/explode | explode: now false
            change explode  | /paths/~1objects~1{json}/get/parameters/2/explode | -
            change a style  | /paths/~1objects~1{json}/get/parameters/2/style   | removes style
            change a style  | /paths/~1objects~1{json}/get/parameters/0/style   | -
            allow any items | /components/schemas/Page/properties/sort/items    | items: {"type":"string","maxLength":30} becomes {}
            """)
    void operatorChangesHowAParameterIsWritten(String operator, String pointer, String change) {
        List<String> changes = changes(PARAMETERS, operator, "#" + pointer);

        if (change == null) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes).contains(change);
        }
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "change a type, #/components/schemas/Lonely/type, which has neither references nor a class",
        "drop a named schema, #/components/schemas/Lonely, for the same reason",
        "add a type, #/components/schemas/Thing/properties/kind/type, which the constant implies",
        "allow null, #/components/schemas/State/nullable, which is used in a URL only",
        "allow null, #/components/schemas/Alone/nullable, which has no references",
        "make a parameter required or optional, #/components/parameters/id/required, which is in a path",
        "add an alternative, #/components/schemas/Thing/oneOf, which has no alternatives",
    })
    void skipsChangesWithoutEffect(String operator, String pointer, String which) {
        assertThat(changes(operator, pointer)).as(which).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            change a type           | #/components/schemas/Thing/properties/tags/type  | type: "array" becomes "string"
            allow null              | #/components/schemas/Thing/properties/tags/nullable | nullable: now true
            allow null              | #/components/schemas/Thing/properties/part/nullable | nullable: now true
            add a value to an enum  | #/components/schemas/Thing/properties/at/enum    | enum: now ["1999-12-31T23:59:59Z"]
            add a value to an enum  | #/components/schemas/Thing/properties/day/enum   | enum: now ["1999-12-31"]
            add a value to an enum  | #/components/schemas/Thing/properties/bytes/enum | enum: now ["bXV0YW50"]
            """)
    void operatorChangesOpenApi30Document(String operator, String pointer, String change) {
        assertThat(changes(OLDER, operator, pointer)).contains(change);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "add a type to a union, #/components/schemas/Thing/properties/at/type, as there are no lists of types",
        "add prose, #/paths/~1things/get/responses/200/content/application~1json/example, as there are examples",
    })
    void skipsChangesThatOpenApi30DoesNotSupport(String operator, String pointer, String which) {
        assertThat(changes(OLDER, operator, pointer)).as(which).isEmpty();
    }

    /** Which variant a discriminator names is on the wire without it. */
    private static final Set<SchemaKeyword> NOT_ON_THE_WIRE = Set.of(SchemaKeyword.DISCRIMINATOR);

    static Stream<SchemaKeyword> assertions() {
        return Arrays.stream(SchemaKeyword.values())
                .filter(keyword -> keyword.role() == SchemaKeyword.Role.ASSERTION)
                .filter(keyword -> !NOT_ON_THE_WIRE.contains(keyword));
    }

    static Stream<SchemaKeyword> prose() {
        return Arrays.stream(SchemaKeyword.values())
                .filter(keyword -> keyword.role() == SchemaKeyword.Role.PROSE)
                // Only references have it.
                .filter(keyword -> keyword != SchemaKeyword.SUMMARY);
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void eachAssertionOfSchemasIsChanged(SchemaKeyword keyword) {
        assertThat(Stream.of(MUTANTS, OLDER, CHOICES, UNIONS).flatMap(List::stream))
                .filteredOn(
                        mutant -> !mutant.operator().prose() && mutant.point().kind() == MutationPoint.Kind.SCHEMA)
                .extracting(mutant -> mutant.change().target().pointer())
                .anyMatch(pointer -> pointer.endsWith("/" + keyword.keyword()));
    }

    @ParameterizedTest
    @MethodSource("prose")
    void eachProseKeywordOfSchemasIsChanged(SchemaKeyword keyword) {
        assertThat(MUTANTS)
                .filteredOn(
                        mutant -> mutant.operator().prose() && mutant.point().kind() == MutationPoint.Kind.SCHEMA)
                .extracting(mutant -> mutant.change().target().pointer())
                .anyMatch(pointer -> pointer.endsWith("/" + keyword.keyword()));
    }

    @Test
    void changesAlternativesOfAChoice() {
        assertThat(changes(CHOICES, "change a choice of members", "#/components/schemas/Letter/anyOf"))
                .extracting(change -> change.replaceFirst(".* becomes ", ""))
                .contains(
                        "[{\"required\":[\"street\",\"town\"]}]",
                        "[{\"required\":[\"mail\"]},{\"required\":[\"town\"]}]",
                        "[{\"required\":[\"mail\",\"town\"]},{\"required\":[\"street\",\"town\"]}]",
                        "[{\"required\":[\"mail\"]},{\"required\":[\"street\",\"town\"]},{\"required\":[\"street\"]}]");
    }

    @Test
    void skipsIgnoredParameters() {
        assertThat(CHOICES)
                .extracting(mutant -> mutant.change().target().pointer())
                .noneMatch(pointer -> pointer.contains("/parameters/0"));
        assertThat(changes(CHOICES, "drop a parameter", "#/paths/~1letters/post/parameters"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "unions", "older", "choices"})
    void eachMutantDiffersFromTheDocument(String document) {
        assertThat(SmallDocument.mutants(document))
                .filteredOn(mutant -> !mutant.operator().prose())
                .isNotEmpty()
                .allSatisfy(mutant -> assertThat(
                                RevisionPair.edited(mutant, mutant.slice().tree()))
                        .as(mutant.change().description())
                        .isNotEqualTo(mutant.slice().tree()));
    }

    @Test
    void changesAreDistinct() {
        Set<String> seen = new HashSet<>();

        assertThat(MUTANTS)
                .allSatisfy(mutant -> assertThat(seen.add(mutant.operator().name()
                                + mutant.change().target()
                                + mutant.change().description()))
                        .isTrue());
    }

    @Test
    void slicesContainTheWholeDocument() {
        assertThat(SmallDocument.slices().stream().map(DocumentSlice::operation))
                .containsExactly("PUT /things/{id}", "GET /things/{id}", "", "");
        assertThat(SmallDocument.slices().stream()
                        .flatMap(slice -> MutationPoint.names(
                                slice.tree().path("components").path("schemas"))
                                .stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Id", "State", "Thing", "Lonely", "Alone");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            change an operationId | #/paths/~1things/get/operationId | operationId: now "mutant"
            change a type         | #/components/schemas/Thing/properties/kinds/items/type | type: "string" becomes "integer"
            change a type         | #/paths/~1parts/get/responses/200/content/application~1json/schema/type | type: "string" becomes "integer"
            """)
    void rareElementsAreChanged(String operator, String pointer, String change) {
        assertThat(changes(RARE, operator, pointer)).contains(change);
    }

    @ParameterizedTest
    @CsvSource({
        "change a style, #/paths/~1things/get/parameters/0/style",
        "make a bound exclusive or inclusive, #/components/schemas/Thing/properties/kinds/exclusiveMinimum",
        "rename a parameter, #/components/parameters/Unused/name",
        "change a type, #/components/parameters/Unused/schema/type",
        "change a reference, #/components/schemas/Narrow/allOf/0/$ref",
        "drop an alternative, #/components/schemas/Labelled/properties/extra/anyOf",
    })
    void changesWithoutEffectAreNotMade(String operator, String pointer) {
        assertThat(changes(RARE, operator, pointer)).isEmpty();
        assertThat(changes(UNIONS, operator, pointer)).isEmpty();
    }

    @Test
    void partIsKeptIfALaterOneListsAllOfItsMembers() {
        assertThat(changes(
                        RARE,
                        "drop an alternative",
                        "#/paths/~1parts/get/responses/400/content/application~1json/schema/allOf"))
                .singleElement()
                .asString()
                .endsWith("becomes [{\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\"}}}]");
    }

    @Test
    void sliceContainsSubtypesAndNoBodyThatHttpForbids() {
        List<DocumentSlice> slices = DocumentSlices.of((ObjectNode) SwaggerSpec.tree("""
                openapi: 3.1.0
                info: {title: A, version: "1"}
                paths:
                  /a:
                    get:
                      responses:
                        "200": {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                        "204": {description: B, content: {application/json: {schema: {type: string}}}}
                components:
                  schemas:
                    A: {type: object, properties: {k: {}}, discriminator: {propertyName: k}}
                    B: {allOf: [{$ref: '#/components/schemas/A'}]}
                """));

        assertThat(slices)
                .singleElement()
                .satisfies(slice -> assertThat(MutationPoint.names(slice.tree().at("/components/schemas")))
                        .containsExactly("A", "B"));
        assertThat(MutantCheck.of(slices).values().stream().flatMap(List::stream))
                .extracting(mutant -> mutant.change().target().pointer())
                .noneMatch(pointer -> pointer.contains("/responses/204/content/"));
    }

    @Test
    void unsignedIntegersHaveTheTypeOfNumbers() {
        assertThat(changes(RARE, "change a type", "#/components/schemas/Thing/properties/bytes/type"))
                .contains("type: \"integer\" becomes \"string\"")
                .doesNotContain("type: \"integer\" becomes \"number\"");
    }
}
