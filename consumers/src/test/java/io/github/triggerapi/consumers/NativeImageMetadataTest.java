package io.github.triggerapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.triggerapi.client.api.TriggerApis;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client's jar contains valid metadata for GraalVM. */
class NativeImageMetadataTest {

    private static final String FOLDER = "/META-INF/native-image/io.github.triggerapi/trigger-api-client/";

    @Test
    void refersToExistingClassesAndConstructors() throws IOException, ReflectiveOperationException {
        JsonArray entries = read("reflect-config.json");

        List<Constructor<?>> constructors = new ArrayList<>();
        for (JsonElement entry : entries) {
            Class<?> type = Class.forName(entry.getAsJsonObject().get("name").getAsString());
            if (entry.getAsJsonObject().has("methods")) {
                constructors.add(type.getDeclaredConstructor());
            }
        }
        assertThat(constructors).isNotEmpty();
    }

    @Test
    void containsAProxyForEachInterface() throws IOException {
        Class<?>[] apis = Arrays.stream(TriggerApis.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(method -> method.getReturnType())
                .toArray(Class<?>[]::new);

        assertThat(apis).isNotEmpty();
        assertThat(read("proxy-config.json"))
                .extracting(entry -> entry.getAsJsonObject()
                        .get("interfaces")
                        .getAsJsonArray()
                        .toString())
                .containsExactlyInAnyOrder(Arrays.stream(apis)
                        .map(api -> "[\"" + api.getName() + "\"]")
                        .toArray(String[]::new));
    }

    private static JsonArray read(String file) throws IOException {
        try (Reader reader = new InputStreamReader(TriggerApis.class.getResourceAsStream(FOLDER + file))) {
            return JsonParser.parseReader(reader).getAsJsonArray();
        }
    }
}
