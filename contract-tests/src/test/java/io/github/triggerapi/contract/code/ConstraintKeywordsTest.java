package io.github.triggerapi.contract.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.contract.code.SchemaKinds.Kind;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintKeywordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.1,0.25,1] | [1,0.25,0.1] | true",
                "[1,2] | [1,2,2] | true",
                "[0.1,0.25,1] | [0.1,0.25] | false",
                "[0.1,0.25,1] | [0.1,0.25,2] | false",
                "[12345678901234567.1] | [12345678901234567.2] | false",
                "[1] | [true] | false",
            })
    void enumsAreComparedAsSets(String documented, String generated, boolean same) {
        assertThat(ConstraintKeywords.differences(Map.of("enum", documented), Map.of("enum", generated), Kind.NUMBER)
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oneOf | [[a],[b,c]]   | [[c,b],[a]] | true",
                "oneOf | [[a],[a],[b]] | [[a],[b]]   | false",
                "anyOf | [[a],[a],[b]] | [[a],[b]]   | true",
                "anyOf | [[a],[b]]     | [[a],[c]]   | false",
            })
    void orderOfAChoiceIsIrrelevant(String keyword, String documented, String generated, boolean same) {
        assertThat(ConstraintKeywords.differences(
                                Map.of(keyword, documented.replaceAll("\\w", "\"$0\"")),
                                Map.of(keyword, generated.replaceAll("\\w", "\"$0\"")),
                                Kind.OBJECT)
                        .isEmpty())
                .isEqualTo(same);
    }
}
