package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.model.Names;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {

    @Test
    void ignoresNamesInLongLiterals() {
        String body = "List<String> a = of(\"" + "\\\"Map".repeat(100_000) + "\");";

        assertThat(new Imports(Target.CLIENT, "model", Set.of()).of(body, "api"))
                .containsExactly("java.util.List");
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void reservesTheNamesOfImportedClasses(Target target) {
        assertThat(new Imports(target, "model", Set.of()).names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Names.type(name)).isEqualTo(name + "Model"));
    }
}
