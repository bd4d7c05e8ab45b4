package io.github.triggerapi.update.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Tests writing and parsing the lock file. */
class SpecLockTest {

    @Test
    void writesLockFileOfRepositoryUnchanged() throws IOException {
        String text = Files.readString(Path.of("..", "..").resolve(VendoredSpec.LOCK));

        assertThat(SpecLock.parse(text).text()).isEqualTo(text);
    }

    @Test
    void keepsSpecialCharacters() {
        SpecLock lock = SpecLock.of(
                "C:\\Users\\a b\\page.md https://example.com/?a=b#c",
                " Ünïcode\n= # ! \\ two\tlines \u202E",
                "2024-04",
                LocalDate.of(2026, 1, 2),
                "00");

        assertThat(SpecLock.parse(lock.text())).isEqualTo(lock);
        assertThat(lock.text()).contains("https://example.com/?a=b").matches("[ -~\n]+");
    }

    @Test
    void missingSourceIsRejected() {
        assertThatThrownBy(() -> SpecLock.parse("sha256 = 00"))
                .isInstanceOf(RejectedRevisionException.class)
                .hasMessageContaining("has no property source; expected one");
    }
}
