package io.github.triggerapi.openapi.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.triggerapi.openapi.Document;
import io.github.triggerapi.openapi.DocumentReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentMergerTest {

    private static final String VENDORED = """
            openapi: 3.1.0
            info: {title: API, version: 2024-04}
            security: []
            tags: [{name: runs, description: Runs.}]
            paths:
              /runs/{id}:
                parameters: [{$ref: '#/components/parameters/id'}]
                get:
                  operationId: retrieve
                  tags: [runs]
                  responses:
                    '200':
                      description: A run.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Run'}}}
            components:
              parameters:
                id: {in: path, name: id, required: true, schema: {type: string}}
              schemas:
                Run:
                  description: A run.
                  properties:
                    description: {type: string, default: 'on', description: What it is.}
                    state: {$ref: '#/components/schemas/State'}
                State: {enum: ['on', 'off']}
              securitySchemes:
                key: {type: http, scheme: bearer}
            """;

    /** Describes the same operation with another name in the path, and one more on the same path. */
    private static final String SUPPLEMENT = """
            openapi: 3.1.0
            info: {title: Supplement, version: '1'}
            security: [{key: []}]
            tags: [{name: runs, description: Ours.}, {name: waits, description: Waits.}, {name: unused}]
            paths:
              /runs/{runId}:
                parameters: [{$ref: '#/components/parameters/runId'}]
                get:
                  operationId: retrieveRun
                  responses: {'200': {$ref: '#/components/responses/OnlyOfTheReplaced'}}
                delete:
                  operationId: remove
                  tags: [runs, waits]
                  responses:
                    '200':
                      description: The run.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Run'}}}
            components:
              parameters:
                runId: {in: path, name: runId, required: true, schema: {type: string}}
              responses:
                OnlyOfTheReplaced:
                  description: A run.
                  content: {application/json: {schema: {$ref: '#/components/schemas/AlsoUnused'}}}
              schemas:
                AlsoUnused: {type: string}
                Run:
                  description: Another text.
                  properties:
                    description: {type: string, default: 'on'}
                    state: {$ref: '#/components/schemas/State'}
                State: {description: More., enum: ['on', 'off']}
              securitySchemes:
                key: {type: http, scheme: bearer, description: A key.}
            """;

    private static JsonNode tree(String yaml) {
        return DocumentReader.readExactly(yaml);
    }

    private static MergedDocument merge(String supplement) {
        return merge(VENDORED, supplement);
    }

    private static MergedDocument merge(String vendored, String supplement) {
        return DocumentMerger.merge(tree(vendored), "api.yaml", tree(supplement), "more.yaml");
    }

    private static List<String> names(MergedDocument merged, String pointer) {
        return Document.of(merged.tree()).at(pointer).names();
    }

    @Test
    void vendoredOperationReplacesThatOfTheSupplementWhateverItsParametersAreCalled() {
        MergedDocument merged = merge(SUPPLEMENT);

        assertThat(merged.replaced()).containsExactly("GET /runs/{runId}");
        assertThat(names(merged, "#/paths")).containsExactly("/runs/{id}");
        JsonNode path = merged.tree().at("/paths/~1runs~1{id}");
        assertThat(path.at("/get")).isEqualTo(tree(VENDORED).at("/paths/~1runs~1{id}/get"));
        assertThat(path.at("/delete/parameters/0/name").asText()).isEqualTo("id");
        assertThat(path.at("/delete/security")).isEqualTo(tree("[{key: []}]"));
        assertThat(path.at("/delete/x-supplement").asText()).isEqualTo("more.yaml");
        assertThat(merged.pointer("#/paths/~1runs~1{runId}/delete/responses"))
                .contains("#/paths/~1runs~1{id}/delete/responses");
        assertThat(merged.pointer("#/paths/~1runs~1{runId}/get/responses")).isEmpty();
    }

    @Test
    void componentsThatDifferOnlyInProseAreSharedSilently() {
        MergedDocument merged = merge(SUPPLEMENT);

        assertThat(merged.tree().at("/components/schemas"))
                .isEqualTo(tree(VENDORED).at("/components/schemas"));
        assertThat(merged.tree().at("/components/securitySchemes"))
                .isEqualTo(tree(VENDORED).at("/components/securitySchemes"));
        assertThat(merged.messages()).noneMatch(message -> message.contains("named"));
    }

    @Test
    void unusedComponentsAndTagsAreLeftOut() {
        MergedDocument merged = merge(SUPPLEMENT);

        assertThat(names(merged, "#/components")).containsExactly("parameters", "schemas", "securitySchemes");
        assertThat(merged.messages())
                .containsOnlyOnce("more.yaml: #/components/responses/OnlyOfTheReplaced: left out, as no added operation"
                        + " needs it")
                .containsOnlyOnce(
                        "more.yaml: #/components/schemas/AlsoUnused: left out, as no added operation needs it");
        assertThat(merged.tree().at("/tags"))
                .isEqualTo(tree("[{name: runs, description: Runs.}, {name: waits, description: Waits.}]"));
    }

    /** A component that refers to a renamed one has another meaning, even if both are written alike. */
    @Test
    void componentsThatDifferGetAnotherNameAsDoThoseThatReferToThem() {
        MergedDocument merged = merge(SUPPLEMENT.replace("More., enum: ['on', 'off']", "More., enum: ['on']"));

        assertThat(names(merged, "#/components/schemas"))
                .containsExactly("Run", "State", "RunSupplement", "StateSupplement");
        JsonNode schemas = merged.tree().at("/components/schemas");
        assertThat(schemas.at("/Run/properties/state/$ref").asText()).isEqualTo("#/components/schemas/State");
        assertThat(schemas.at("/RunSupplement/properties/state/$ref").asText())
                .isEqualTo("#/components/schemas/StateSupplement");
        assertThat(merged.tree()
                        .at("/paths/~1runs~1{id}/delete/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/RunSupplement");
        assertThat(merged.pointer("#/components/schemas/Run/properties/state"))
                .contains("#/components/schemas/RunSupplement/properties/state");
        assertThat(merged.messages())
                .contains("more.yaml: #/components/schemas/State: named StateSupplement, as the vendored document has"
                        + " another component of this name");
    }

    @Test
    void securitySchemesThatDifferGetAnotherName() {
        MergedDocument merged = merge(SUPPLEMENT.replace("scheme: bearer", "scheme: basic"));

        assertThat(names(merged, "#/components/securitySchemes")).containsExactly("key", "keySupplement");
        assertThat(merged.tree().at("/paths/~1runs~1{id}/delete/security")).isEqualTo(tree("[{keySupplement: []}]"));
    }

    /** An operation without security of its own has that of the root, whose names mean the schemes of its document. */
    @Test
    void securityOfTheRootIsThatOfTheSupplementEvenIfTheNamesAreEqual() {
        String vendored = VENDORED.replace("security: []", "security: [{key: []}]");
        String basic = SUPPLEMENT.replace("scheme: bearer", "scheme: basic");

        assertThat(merge(vendored, basic).tree().at("/paths/~1runs~1{id}/delete/security"))
                .isEqualTo(tree("[{keySupplement: []}]"));
        assertThat(names(merge(vendored, SUPPLEMENT), "#/paths/~1runs~1{id}/delete"))
                .doesNotContain("security");
    }

    @Test
    void parametersOfAnOperationKeepTheirPointers() {
        MergedDocument merged = merge(SUPPLEMENT.replace(
                "operationId: remove",
                "operationId: remove\n      parameters: [{in: query, name: at, schema: {type: string}}]"));

        String pointer = merged.pointer("#/paths/~1runs~1{runId}/delete/parameters/0/name")
                .orElseThrow();
        assertThat(merged.tree().at(pointer.substring(1)).asText()).isEqualTo("at");
        assertThat(merged.tree()
                        .at("/paths/~1runs~1{id}/delete/parameters/1/name")
                        .asText())
                .isEqualTo("id");
    }

    @Test
    void pathsThatDifferOnlyInTheNamesOfParametersAreFaults() {
        String twice = SUPPLEMENT.replace("components:\n", "  /runs/{other}: {}\n  x-more: {}\ncomponents:\n");

        assertThatThrownBy(() -> merge(twice))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactly("more.yaml: #/paths/~1runs~1{other}: is for the same requests as"
                                        + " #/paths/~1runs~1{runId}; expected another one, or one less"));
    }

    @Test
    void renamedBranchesKeepTheValuesOfTheirDiscriminator() {
        String branches = """
                Run: {oneOf: [{$ref: '#/components/schemas/State'}], discriminator: {propertyName: kind}}
                    State: {type: object, properties: {kind: {type: string}}}
                    Other:""";
        MergedDocument merged = merge(SUPPLEMENT
                .replace("Run:\n      description: Another", branches + "\n      description: Another")
                .replace("    State: {description: More., enum: ['on', 'off']}\n", ""));

        assertThat(merged.tree().at("/components/schemas/RunSupplement/discriminator/mapping"))
                .isEqualTo(tree("State: '#/components/schemas/StateSupplement'"));
    }

    @Test
    void renamedSchemasThatExtendAnotherKeepTheirValueOfItsDiscriminator() {
        String extending = """
                Run: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
                    State: {allOf: [{$ref: '#/components/schemas/Run'}]}
                    Other:""";
        MergedDocument merged = merge(SUPPLEMENT
                .replace("Run:\n      description: Another", extending + "\n      description: Another")
                .replace("    State: {description: More., enum: ['on', 'off']}\n", ""));

        assertThat(merged.tree().at("/components/schemas/RunSupplement/discriminator/mapping"))
                .isEqualTo(tree("State: '#/components/schemas/StateSupplement'"));
    }

    @Test
    void operationIdsThatTheVendoredDocumentUsesGetAnotherName() {
        MergedDocument merged = merge(SUPPLEMENT.replace("operationId: remove", "operationId: retrieve"));

        assertThat(merged.tree().at("/paths/~1runs~1{id}/delete/operationId").asText())
                .isEqualTo("retrieveSupplement");
        assertThat(merged.messages())
                .contains(
                        "more.yaml: #/paths/~1runs~1{runId}/delete: named retrieveSupplement, as the vendored document"
                                + " has another operation with the operationId retrieve");
    }

    @Test
    void pathsThatTheVendoredDocumentDoesNotHaveAreAddedWhole() {
        MergedDocument merged = merge(SUPPLEMENT.replace("/runs/{runId}", "/waits/{runId}"));

        assertThat(merged.replaced()).isEmpty();
        assertThat(names(merged, "#/paths")).containsExactly("/runs/{id}", "/waits/{runId}");
        assertThat(names(merged, "#/paths/~1waits~1{runId}")).containsExactly("parameters", "get", "delete");
        assertThat(names(merged, "#/components/parameters")).containsExactly("id", "runId");
    }

    @Test
    void proseOfTheSupplementChangesNothingElse() {
        MergedDocument merged = merge(SUPPLEMENT);
        MergedDocument other = merge(SUPPLEMENT.replace("A key.", "The key.").replace("Another text.", "A text."));

        assertThat(other).isEqualTo(merged);
    }

    @Test
    void reportsAllFaultsAtOnce() {
        String faulty = SUPPLEMENT
                .replace("'#/components/schemas/State'", "'#/components/schemas/Missing'")
                .replace("operationId: remove", "operationId: retrieveRun\n      security: [{other: []}]")
                .replace("{type: string}\n    Run", "{$ref: 'other.yaml#/Run'}\n    Run");

        assertThatThrownBy(() -> merge(faulty))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactlyInAnyOrder(
                                        "more.yaml: #/components/schemas/Run/properties/state/$ref: the reference"
                                                + " #/components/schemas/Missing refers to nothing; expected the pointer of a"
                                                + " value",
                                        "more.yaml: #/components/schemas/AlsoUnused/$ref: the reference other.yaml#/Run refers"
                                                + " to another document; expected one that starts with #/, as no other is"
                                                + " fetched",
                                        "more.yaml: #/paths/~1runs~1{runId}/delete/operationId: is also that of"
                                                + " #/paths/~1runs~1{runId}/get/operationId; expected another one, or one less",
                                        "more.yaml: #/paths/~1runs~1{runId}/delete/security/0/other: is not a security scheme of"
                                                + " this document; expected one of components.securitySchemes"));
    }

    /** Even if the vendored document has a schema of that name. */
    @Test
    void valuesOfDiscriminatorsThatLeadNowhereAreFaults() {
        String faulty = SUPPLEMENT
                .replaceFirst("    State: .*\n", "")
                .replaceFirst(
                        "state: .*\n",
                        "state: {discriminator: {propertyName: kind, mapping: {a: State, b: '#/components/schemas/Run'}}}\n");

        assertThatThrownBy(() -> merge(faulty))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "more.yaml: #/components/schemas/Run/properties/state/discriminator/mapping/a: is not a"
                                                + " schema of this document; expected the name of one or a reference to one"));
    }

    @Test
    void reportsFaultsOfTheShapeOfBoth() {
        assertThatThrownBy(() -> merge("openapi: 3.1.0\npaths: []", "openapi: 2.0\ncomponents: {schemas: 1}"))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "api.yaml: #/paths: is not an object; expected one",
                                        "more.yaml: #/openapi: is not a version 3 of OpenAPI; expected one",
                                        "more.yaml: #/components/schemas: is not an object; expected one"));
    }

    /** A schema of version 3.0 means something else in version 3.1. */
    @Test
    void versionsOfOpenApiDoNotDiffer() {
        assertThatThrownBy(() -> merge(SUPPLEMENT.replace("3.1.0", "3.0.3")))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "more.yaml: #/openapi: is another version of OpenAPI than that of the other"
                                                + " document; expected 3.1"));
        assertThat(merge(SUPPLEMENT.replace("3.1.0", "3.1.1")).messages())
                .isEqualTo(merge(SUPPLEMENT).messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/paths/~1runs~1{runId}/parameters", "#/x-shared/Run", "#/components/x-shared/Run"})
    void referencesToOtherThingsThanComponentsAreFaults(String reference) {
        String faulty = SUPPLEMENT
                .replace("{schema: {$ref: '#/components/schemas/Run'}}", "{schema: {$ref: '%s'}}".formatted(reference))
                .replace("components:\n", "x-shared: {Run: {}}\ncomponents:\n  x-shared: {Run: {}}\n");

        assertThatThrownBy(() -> merge(faulty))
                .isInstanceOfSatisfying(
                        MergeException.class,
                        e -> assertThat(e.faults())
                                .singleElement()
                                .asString()
                                .contains("refers to " + reference + "; expected a reference to a component"));
    }
}
