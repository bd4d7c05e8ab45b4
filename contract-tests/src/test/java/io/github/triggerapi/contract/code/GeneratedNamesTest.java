package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedNamesTest {

    @ParameterizedTest
    @CsvSource({
        "PetStatus, pet-status",
        "PetStatus2, pet_status",
        "PetStatus12, PETSTATUS",
        "Value3d, 3d",
        "StringModel, String",
        "Größe, größe",
        "GrE, größe",
        "V1_2, v1",
    })
    void namesOfTheDocumentAreRecognized(String java, String document) {
        assertThat(GeneratedNames.matches(java, document)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PetStatus, pet", "PetStatus1, pet-status", "Pet, pet-status", "Größe, größen", "PetModel2x, pet"})
    void otherNamesAreNot(String java, String document) {
        assertThat(GeneratedNames.matches(java, document)).isFalse();
    }

    @Test
    void longNameMayBeShortened() {
        String longName = "a".repeat(300);

        assertThat(GeneratedNames.matches("A".repeat(180) + "_1a2b3c", longName))
                .isTrue();
        assertThat(GeneratedNames.matches("B".repeat(180) + "_1a2b3c", longName))
                .isFalse();
    }
}
