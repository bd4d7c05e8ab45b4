package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class InstalledProgramsTest {
    private static final String REASON =
            "There is no no-such-program or no-other on the path: install the package nothing";

    @Test
    void aMissingProgramSkipsTheTestAndFailsItInCi() {
        assertThatThrownBy(() -> InstalledPrograms.find(false, "the package nothing", "no-such-program", "no-other"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(REASON);
        assertThatThrownBy(() -> InstalledPrograms.find(true, "the package nothing", "no-such-program", "no-other"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(REASON);
    }
}
