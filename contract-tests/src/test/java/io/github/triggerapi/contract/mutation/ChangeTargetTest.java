package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTargetTest {

    private static final String THING = "#/components/schemas/Thing";

    private static final Set<String> NONE = Set.of();

    private static Finding finding(String pointer, String message) {
        return new Finding(GeneratedArtifact.CLIENT, "somewhere", List.of(pointer), message);
    }

    @ParameterizedTest
    @CsvSource({
        "#/components/schemas/Thing/minimum, true",
        "#/components/schemas/Thing/minimum/x, true",
        "#/components/schemas/Thing, true",
        "#/components/schemas, false",
        "#, false",
        "#/components/schemas/Thing/maximum, false",
        "#/components/schemas/Thing2/minimum, false",
        "#/components/schemas/Other, false",
    })
    void valueIsNamedByItsPointerOrThatOfItsSchema(String pointer, boolean named) {
        ChangeTarget target = ChangeTarget.value(THING, "minimum");

        assertThat(target.isNamedBy(finding(pointer, "differs"), NONE)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "#/components/schemas/Thing/properties/old, differs, true",
        "#/components/schemas/Thing/properties/new/type, differs, true",
        "#/components/schemas/Thing/properties, differs, false",
        "#/components/schemas/Thing/properties, no old, true",
        "#/components/schemas/Thing, no old, true",
        "#/components/schemas/Thing, differs, false",
        "#/components/schemas, no old, false",
    })
    void renamedElementIsNamedByItsPointerOrItsName(String pointer, String message, boolean named) {
        ChangeTarget target = ChangeTarget.named(THING, "properties", List.of("old", "new"));

        assertThat(target.isNamedBy(finding(pointer, message), NONE)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "#/paths/~1a/get/parameters/0, differs, false",
        "#/paths/~1a/get/parameters/0, query limit differs, true",
        "#/paths/~1a/get/parameters, no query limit, true",
        "#/paths/~1a, no query limit, false",
    })
    void listedElementIsNamedByItsName(String pointer, String message, boolean named) {
        ChangeTarget target = ChangeTarget.listed("#/paths/~1a/get", "parameters", List.of("query limit"));

        assertThat(target.isNamedBy(finding(pointer, message), NONE)).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "#/components/schemas/Whole, no old, true",
        "#/components/schemas/Whole, differs, false",
        "#/components/schemas/Whole/properties, no old, false",
        "#/components/schemas, no old, false",
    })
    void containerIsEquivalentToTheEnclosingPart(String pointer, String message, boolean named) {
        ChangeTarget target = ChangeTarget.named(THING, "properties", List.of("old", "new"));

        assertThat(target.isNamedBy(finding(pointer, message), Set.of("#/components/schemas/Whole")))
                .isEqualTo(named);
    }
}
