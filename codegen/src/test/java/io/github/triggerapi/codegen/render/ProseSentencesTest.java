package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.model.Definition.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseSentencesTest {

    @Test
    void aChoiceNamesEachAlternative() {
        List<List<String>> alternatives = List.of(List.of("a"), List.of("a", "b"), List.of());

        assertThat(Prose.choice(new Choice("oneOf", alternatives)).source())
                .isEqualTo("Has exactly one of: {@code a}; {@code a} and {@code b}; none of them.");
        assertThat(Prose.choice(new Choice("anyOf", List.of(List.of("a")))).source())
                .isEqualTo("Has at least one of: {@code a}.");
    }
}
