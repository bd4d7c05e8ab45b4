package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommentsTest {

    @Test
    void namesEachAlternativeOfAChoice() {
        List<List<String>> alternatives = List.of(List.of("a"), List.of("a", "b"), List.of());

        assertThat(Comments.choice(new Choice("oneOf", alternatives)).source())
                .isEqualTo("Has exactly one of: {@code a}; {@code a} and {@code b}; none of them.");
        assertThat(Comments.choice(new Choice("anyOf", List.of(List.of("a")))).source())
                .isEqualTo("Has at least one of: {@code a}.");
    }

    @Test
    void truncatesLongExamplesBetweenCharacters() {
        assertThat(facts("a" + "\uD83D\uDE00".repeat(300)))
                .isEqualTo("Example {@code a" + "\uD83D\uDE00".repeat(199) + "…}.");
        assertThat(facts("\uD83D\uDE00".repeat(200))).isEqualTo("Example {@code " + "\uD83D\uDE00".repeat(200) + "}.");
    }

    private static String facts(String example) {
        Description description = new Description("#/a", "", example, MissingNode.getInstance(), false, List.of());
        return Comments.facts(new TypedValue(Type.Scalar.STRING, description)).source();
    }
}
