package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the progress of steps, whose names may contain output of a build. */
class TerminalProgressTest {

    @Test
    void stepIsPrintedOnOneLine() {
        assertThat(shown("read the document", false)).isEqualTo("… read the document" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stepsEscapeControlCharacters(boolean terminal) {
        assertThat(shown("build a\u001B]0;b\u0007\u202E", terminal)).contains("… build a[U+001B]]0;b[U+0007][U+202E]");
    }

    private static String shown(String step, boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (TerminalProgress progress = new TerminalProgress(out, terminal)) {
            progress.step(step);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
