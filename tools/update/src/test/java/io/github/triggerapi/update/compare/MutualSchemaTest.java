package io.github.triggerapi.update.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests schemas that all refer to one another, which have too many paths to follow. */
class MutualSchemaTest {

    private static final int COUNT = 12;

    private static ObjectNode document(String prefix) {
        ObjectNode document = Documents.document();
        for (int i = 0; i < COUNT; i++) {
            StringBuilder members = new StringBuilder("own").append(i).append(": {type: string}");
            for (int j = 0; j < COUNT; j++) {
                members.append(", m").append(j).append(": ").append(ref(prefix + j));
            }
            Documents.put(
                    document, "/components/schemas/" + prefix + i, "{type: object, properties: {" + members + "}}");
        }
        Documents.put(document, "/components/schemas/Sent/properties/x", ref(prefix + 0));
        Documents.put(document, "/components/schemas/Got/properties/x", ref(prefix + 1));
        return document;
    }

    private static String ref(String name) {
        return "{$ref: '#/components/schemas/" + name + "'}";
    }

    private static Comparison compare(ObjectNode before, ObjectNode after) {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Comparison.of(before, after));
    }

    @Test
    void mutuallyRecursiveSchemasAreRenamed() {
        Comparison comparison = compare(document("Old"), document("New"));

        assertThat(comparison.changes())
                .hasSize(COUNT)
                .allSatisfy(change -> assertThat(change.what()).startsWith("name of the schema Old"));
    }

    @ParameterizedTest
    @CsvSource({"own0, BREAKING BREAKING", "own11, BREAKING BREAKING"})
    void changeInsideMutualSchemasIsReported(String member, String effects) {
        ObjectNode after = document("New");
        String owner = "/components/schemas/New" + member.substring(3);
        Documents.put(after, owner + "/properties/" + member + "/maxLength", "3");

        Comparison comparison = compare(document("Old"), after);

        assertThat(comparison.changes())
                .filteredOn(change -> change.pointer().equals("#/components/schemas/Sent/properties/x"))
                .singleElement()
                .extracting(change -> change.callers().reason())
                .asString()
                .contains(member + " of more than 3 characters");
        assertThat(comparison.changes())
                .filteredOn(change -> change.pointer().equals("#/components/schemas/Got/properties/x"))
                .singleElement()
                .extracting(change -> change.implementers().reason())
                .asString()
                .contains(member + " of more than 3 characters");
        assertThat(Documents.effects(comparison)).isEqualTo(effects);
    }
}
