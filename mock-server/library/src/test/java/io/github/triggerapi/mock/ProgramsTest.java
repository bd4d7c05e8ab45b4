package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ProgramsTest {
    private static final String REASON =
            "There is no no-such-program or no-other on the path: install the package nothing";

    @Test
    void aMissingProgramSkipsTheTestAndFailsItInCi() {
        assertThatThrownBy(() -> Programs.find(false, "the package nothing", "no-such-program", "no-other"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(REASON);
        assertThatThrownBy(() -> Programs.find(true, "the package nothing", "no-such-program", "no-other"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(REASON);
    }
}
