package io.github.triggerapi.contract.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.Finding;
import io.github.triggerapi.contract.code.GeneratedArtifact;
import io.github.triggerapi.contract.mutation.MutantCheck.Mutant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The containers at which a change may be detected. */
class SchemaVisibilityTest {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<Mutant> MUTANTS = SmallDocument.mutants("unions");

    private static boolean isNamed(String operator, String pointer, String found) {
        List<Finding> findings = List.of(
                new Finding(GeneratedArtifact.CLIENT, "somewhere", List.of(found), "name, label, every, tags, mutant"));
        List<Mutant> mutants = MUTANTS.stream()
                .filter(mutant -> mutant.operator().name().equals(operator))
                .filter(mutant -> mutant.change().target().pointer().equals(pointer))
                .toList();
        assertThat(mutants).isNotEmpty();
        return mutants.stream()
                .allMatch(mutant -> mutant.isNamedBy(
                        findings, RevisionPair.edited(mutant, mutant.slice().tree())));
    }

    @ParameterizedTest(name = "{0} at {1}, found at {2}")
    @CsvSource({
        "allow null, Job/oneOf/0/nullable, Job",
        "allow null, Job/oneOf/0/type, Job",
        "allow null, Job/oneOf/1/nullable, Job",
        "allow null, Text/nullable, Span/oneOf/0",
        "allow null, Text/nullable, Repeated/allOf/1/properties/every",
        "refuse null, Alias/anyOf, Labelled/properties/label",
        "change a type, Text/type, Span/oneOf/0",
        "add a bound, Text/maxLength, Labelled/properties/label",
        "change a type, Tags/type, Repeated/allOf/1/properties/tags",
        "add a property, Repeated/allOf/1/properties, Repeated/allOf/1",
        "rename a property, Repeated/allOf/1/properties, Repeated",
    })
    void containerNamesChangeWithoutOwnLocation(String operator, String pointer, String found) {
        assertThat(isNamed(operator, SCHEMAS + pointer, SCHEMAS + found)).isTrue();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "allow null, Job/nullable",
        "allow null, Job/oneOf/0/nullable",
        "allow null, Repeated/nullable",
    })
    void bodyNamesChangeOfNullability(String operator, String pointer) {
        String body = "#/paths/~1jobs/post/requestBody/content/application~1json/schema";

        assertThat(isNamed(operator, SCHEMAS + pointer, body)).isTrue();
    }

    @ParameterizedTest(name = "{0} at {1}, found at {2}")
    @CsvSource({
        "change a type, Job/oneOf/0/type, Job, a variant has a record",
        "remove a property, Job/oneOf/0/properties, Job, likewise",
        "allow null, Job/oneOf/0/properties/name/nullable, Job/oneOf/0, a member may be null",
        "allow null, Job/oneOf/0/nullable, Job/oneOf/1, which is another variant",
        "change a type, Text/type, Span, whose variant is nearer",
        "add a bound, Text/maxLength, Repeated/allOf/1/properties/every, whose variant is nearer",
        "allow null, Text/nullable, Repeated, whose member is nearer",
        "allow null, Tags/items/nullable, Repeated/allOf/1/properties/tags, the items have a type",
        "add a property, Labelled/properties, Repeated/allOf/0, a named object has a class",
        "change a reference, Labelled/properties/label/$ref, Labelled, a member has a type",
    })
    void distantElementDoesNotNameChange(String operator, String pointer, String found, String why) {
        assertThat(isNamed(operator, SCHEMAS + pointer, SCHEMAS + found))
                .as(why)
                .isFalse();
    }
}
