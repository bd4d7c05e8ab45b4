package io.github.triggerapi.mock.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.triggerapi.mock.MockServerBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the table of options in the documentation against the options of the command. */
class OptionsTableTest {
    private static final Path PAGE = Path.of("../../docs/mock-server.md");

    @Test
    void tableHasEachOptionWithItsVariableAndDefault() throws IOException {
        Map<String, List<String>> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `--"))
                .map(line -> List.of(line.split(" *\\| *")))
                .collect(Collectors.toMap(cells -> cells.get(1), cells -> cells));
        List<ServerOption> options = new ServerCommandOptions().all();

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(options.stream()
                        .map(option -> "`" + option.name() + "`")
                        .toList());
        for (ServerOption option : options) {
            List<String> cells = rows.get("`" + option.name() + "`");
            assertThat(cells.get(2)).isEqualTo("`" + option.variable() + "`");
            assertThat(Arrays.stream(MockServerBuilder.class.getMethods()).map(Method::getName))
                    .contains(cells.get(3).replace("`", ""));
            if (option.defaultValue() != null) {
                assertThat(cells.get(5)).as(option.name()).isEqualTo(option.defaultValue());
            }
        }
    }
}
