package io.github.triggerapi.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks the table of properties in the documentation against the metadata that development environments read. */
class PropertiesTableTest {

    private static final Path PAGE = Path.of("../../docs/spring-boot.md");
    private static final Path METADATA = Path.of("target/classes/META-INF/spring-configuration-metadata.json");

    @Test
    void tableHasEachPropertyWithItsDefault() throws IOException {
        Map<String, String> defaults = new TreeMap<>();
        JsonObject metadata = JsonParser.parseString(Files.readString(METADATA)).getAsJsonObject();
        for (JsonElement element : metadata.getAsJsonArray("properties")) {
            JsonObject property = element.getAsJsonObject();
            String name = property.get("name").getAsString();
            assertThat(property.has("description")).as(name).isTrue();
            JsonElement value = property.get("defaultValue");
            defaults.put(name, value == null ? "" : value.getAsString());
        }
        Map<String, String> rows = Files.readAllLines(PAGE).stream()
                .takeWhile(line -> !line.equals("## Beans"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split(" *\\| *")))
                .collect(Collectors.toMap(cells -> cells.get(1).replaceAll("`|\\.\\*", ""), cells -> cells.get(3)));

        assertThat(rows.keySet()).isEqualTo(defaults.keySet());
        defaults.values().removeIf(String::isEmpty);
        assertThat(rows).containsAllEntriesOf(defaults);
    }
}
