package io.github.triggerapi.codegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.codegen.model.Names;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportsTest {

    @ParameterizedTest
    @EnumSource(Target.class)
    void noSchemaTakesTheNameOfAClassThatMayBeImported(Target target) {
        assertThat(new Imports(target, "model", Set.of()).names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Names.type(name)).isEqualTo(name + "Model"));
    }
}
